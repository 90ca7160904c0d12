# As frameworks do it: hooks, functions that are loaded when they are needed, and widgets.
STARTED=hooks
autoload -Uz add-zsh-hook compinit
before() { BEFORE=$1 }
after() { AFTER=$? }
add-zsh-hook preexec before
add-zsh-hook precmd after
zle-line-init() { : }
zle -N zle-line-init
