# Lines that scroll between a head and a foot that stay.
printf '\033[2J\033[1;1H\033[7mhead\033[0m\033[12;1H\033[7mfoot\033[0m\033[2;11r\033[2;1H'
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do printf 'line %d\n' "$i"; done
printf '\033[2;1H\033Mabove\033[11;1Hlast in the region\033Dbelow'
printf '\033[2S\033[5;1Hafter two up\033[1T'
# Origin mode: the first line is the first of the region.
printf '\033[?6h\033[1;40Horigin\033[?6l\033[r\033[14;1Hout of it'
