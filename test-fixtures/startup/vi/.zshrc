STARTED=vi
bindkey -v
PS1='vi> '
