echo partial $x; pwd; (exit 7)
echo status=$?
echo still-here
echo partial $x; pwd; (exit 7)
echo status=$?
echo still-here
PROMPT_COMMAND=; unset PROMPT_COMMAND; precmd_functions=(); echo gone=$x
read answer; echo "<$answer>"
