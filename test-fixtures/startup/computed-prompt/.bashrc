HISTFILE=/dev/null
# As prompt generators do it: a function makes the prompt of what the command before has left.
STARTED=computed-prompt
make_prompt() {
    local status=$?
    PS1="[$(printf '%s' "$status")] $(basename "$PWD") > "
    return "$status"
}
PROMPT_COMMAND=make_prompt
