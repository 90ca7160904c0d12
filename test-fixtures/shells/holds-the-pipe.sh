#!/bin/sh
# Leaves a grandchild with its output streams, which speaks once somebody writes to the FIFO $1, and ends at once.
( ( read -r word <"$1"; echo "late $word" ) & )
echo now
