# As prompt generators do it: a function makes the prompt of what the command before has left.
STARTED=computed-prompt
setopt prompt_subst
make_prompt() {
    PROMPT="[$?] $(basename "$PWD") > "
    RPROMPT='$(date +%H)'
}
precmd_functions+=(make_prompt)
