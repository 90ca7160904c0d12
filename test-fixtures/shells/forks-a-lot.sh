#!/bin/sh
# Many short pipelines, one after the other.
i=0
while [ "$i" -lt 100 ]; do
  i=$((i + 1))
  echo "$i" | cat | cat | cat >/dev/null
done
echo "$i"
