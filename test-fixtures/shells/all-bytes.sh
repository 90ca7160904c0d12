#!/bin/sh
# Every byte once, from 0 to 255.
i=0
while [ "$i" -lt 256 ]; do
  printf "\\$(printf %03o "$i")"
  i=$((i + 1))
done
