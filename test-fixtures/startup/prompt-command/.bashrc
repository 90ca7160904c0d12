HISTFILE=/dev/null
STARTED=prompt-command
PROMPT_COMMAND='LAST=$?; COUNT=$((COUNT + 1))'
