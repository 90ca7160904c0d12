# A trap that its user wants run at the end of every shell.
trap 'echo "bye from $STARTED"' EXIT
STARTED=exit-trap
