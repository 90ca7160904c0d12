# The 16 colours, some of the 256 and some of all, in front and behind.
for i in 0 1 2 3 4 5 6 7; do printf '\033[3%dm%d\033[9%dm%d' "$i" "$i" "$i" "$((i + 8))"; done
printf '\033[m\n'
for i in 0 1 2 3 4 5 6 7; do printf '\033[4%dm%d\033[10%dm%d' "$i" "$i" "$i" "$((i + 8))"; done
printf '\033[m\n'
for i in 16 21 46 51 196 201 226 231 232 244 255; do printf '\033[38;5;%dm%d\033[39;48;5;%dm \033[49m' "$i" "$i" "$i"; done
printf '\n\033[38;2;255;128;0morange \033[48;2;0;0;64mon navy\033[39m, navy left\033[49m, none left\n'
# The same with colons, as ISO 8613-6 has it.
printf '\033[38:2::10:20:30mrgb\033[38:5:99mindexed\033[0m\n'
# A colour that goes on behind the end of a line, and one that an erased line takes on.
printf '\033[44mblue to the end\033[K\033[0m\n\033[33mfrom here\nto here\033[0m\n'
