HISTFILE=/dev/null
STARTED=vi
set -o vi
PS1='vi> '
