# A bar that is drawn again and again on one line, and what stays of it.
printf 'fetching\n'
for percent in 0 20 40 60 80 100; do
    bar=$(printf '%*s' "$((percent / 5))" '' | tr ' ' '#')
    printf '\r\033[32m[%-20s]\033[0m %3d%%' "$bar" "$percent"
done
printf '\r\033[Kdone\nchecking a long name that is overwritten\rshort\033[K\n'
for c in '-' '\\' '|' '/'; do printf "\b%s" "$c"; done
printf '\n 50%%'
