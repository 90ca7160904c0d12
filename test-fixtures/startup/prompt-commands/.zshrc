STARTED=prompt-commands
first() { LAST=$? }
second() { (( COUNT += 1 )) }
precmd_functions=(first second)
