#!/bin/sh
for f in $(ls *.txt); do
	echo $f "für" $f
done
[[ -n $f ]] && cd /nowhere
