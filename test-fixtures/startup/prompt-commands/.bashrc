HISTFILE=/dev/null
STARTED=prompt-commands
PROMPT_COMMAND=('LAST=$?' 'COUNT=$((COUNT + 1))')
