# Characters of two cells, of none, and of several code points.
printf '日本語 한국어 中文 ｆｕｌｌ\n'
printf '😀🚀✅ 🎉 end\n'
printf 'e\314\201 n\314\203 a\314\210\314\243 combined\n'
printf 'äöü ß ½ → ✓ ┌─┐ █▓░ Ω ж\n'
# One that does not fit into the last cell goes to the next line.
printf '%79s日本\n' '' | tr ' ' '.'
# One half of it overwritten.
printf '日本語\033[2GX\n'
printf '\033[31m日\033[1m本\033[0m\n'
