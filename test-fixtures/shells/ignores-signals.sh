#!/bin/sh
# Says "ready" and cannot be asked to stop: what it starts ignores the signals too.
trap '' HUP INT QUIT TERM
echo ready
while :; do
  sleep 1000
done
