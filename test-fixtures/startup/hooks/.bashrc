HISTFILE=/dev/null
# Hooks before and after each command, by the DEBUG trap, as frameworks for bash bring them.
STARTED=hooks
before() { BEFORE=$BASH_COMMAND; }
after() { AFTER=$?; }
trap before DEBUG
PROMPT_COMMAND=after
shopt -s extdebug 2>/dev/null
