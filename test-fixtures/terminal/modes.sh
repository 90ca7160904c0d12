# What a full-screen program asks of its terminal, while it is there.
printf 'shell\n'
printf '\033[?1049h\033[?2004h\033[?1h\033=\033[?1002h\033[?1006h\033[?1004h\033[H\033[1;44m in the alternate screen \033[0m'
