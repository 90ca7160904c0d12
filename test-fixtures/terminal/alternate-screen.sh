# A full-screen program has come and gone: what was there before is there again.
printf 'before\n\033[31mred\033[0m stays\n'
printf '\033[?1049h\033[2J\033[5;5Hfull screen\033[?25l'
printf '\033[?1049l\033[?25hafter\n'
