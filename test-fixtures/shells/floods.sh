#!/bin/sh
# Writes $1 lines of 64 bytes as fast as it can, then says so on stderr.
yes 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789a' | head -n "$1"
echo done >&2
