STARTED=prompt-command
precmd() { LAST=$?; (( COUNT += 1 )) }
