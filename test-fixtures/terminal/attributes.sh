# Each attribute alone, together, and taken back one by one.
printf '\033[1mbold\033[22m \033[2mdim\033[22m \033[3mitalic\033[23m \033[4munderline\033[24m \033[5mblink\033[25m\n'
printf '\033[7minverse\033[27m \033[8mhidden\033[28m \033[9mstruck\033[29m \033[53moverline\033[55m plain\n'
printf '\033[1;3;4;31mall of these\033[22m not bold\033[23m not italic\033[24m just red\033[39m nothing\n'
printf '\033[4:3mcurly\033[4:0m \033[21mdouble\033[24m\n'
printf '\033[7;32;45minverse in colour\033[0m\n'
# Kept with the cursor, and given back with it.
printf '\033[1;36m\0337\033[0mplain \0338bold again\033[m\n'
