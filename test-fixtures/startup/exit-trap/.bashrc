# A trap that its user wants run at the end of every shell.
HISTFILE=/dev/null
trap 'echo "bye from $STARTED"' EXIT
STARTED=exit-trap
