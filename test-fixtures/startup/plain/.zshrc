STARTED=plain
PS1='ready> '
