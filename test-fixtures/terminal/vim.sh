# An editor with line numbers, a selection and its colours.
file=$(mktemp)
printf '# a comment\nfor i in 1 2; do\n    echo "日本 $i"\ndone\n' >"$file"
LC_ALL=C.UTF-8 vim -u NONE -i NONE -n --cmd 'set nocompatible' -c 'syntax on | set ft=sh number ruler background=dark shortmess=F statusline=%l,%c laststatus=2 notitle' \
    -c 'normal! jlve' "$file"
rm -f "$file"
