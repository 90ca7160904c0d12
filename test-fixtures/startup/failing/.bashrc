HISTFILE=/dev/null
STARTED=failing
false
