#!/bin/sh
# Leaves a daemon in a session of its own, without its streams; writes the daemon's pid to the file $1.
setsid sh -c 'echo "$$" >"$1.new"; mv "$1.new" "$1"; exec sleep 1000' sh "$1" </dev/null >/dev/null 2>&1 &
while [ ! -e "$1" ]; do :; done
echo started
