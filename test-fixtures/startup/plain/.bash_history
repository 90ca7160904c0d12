echo partial $x; pwd; (exit 7)
echo status=$?
echo still-here
