# Draws a frame of the terminal's size, and again whenever that changes, until it is sent a line with q.
stty -echo
draw() {
    size=$(stty size)
    rows=${size% *}
    printf '\033[2J\033[H+\033[%sG+\033[%s;1H+\033[%sG+' "${size#* }" "$rows" "${size#* }"
    printf '\033[%d;4H\033[1m%s\033[0m ' "$((rows / 2))" "$size"
}
trap draw WINCH
draw
until [ "${key-}" = q ]; do read -r key || :; done
