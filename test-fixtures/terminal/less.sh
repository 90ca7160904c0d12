# A pager on its alternate screen, waiting for a key.
i=0
while [ "$i" -lt 60 ]; do
    i=$((i + 1))
    printf 'line %d with \033[1;3%dmcolour\033[0m\n' "$i" "$((i % 8))"
done | LESS= LC_ALL=C.UTF-8 less -R -M -PM'?ltlines %lt-%lb?L/%L.'
