STARTED=vi
set -o vi
PS1='vi> '
