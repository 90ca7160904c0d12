#!/bin/sh
# Three generations, each writing its pid to a file of the folder $1; says "ready" once all are there; never ends.
echo "$$" >"$1/first"
sh -c '
  echo "$$" >"$1/second"
  sh -c "echo \"\$\$\" >\"\$1/third\"; exec sleep 1000" sh "$1" &
  while [ ! -s "$1/third" ]; do :; done
  echo ready
  wait
' sh "$1"
sleep 1000
