HISTFILE=/dev/null
STARTED=plain
PS1='ready> '
