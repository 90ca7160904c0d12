#!/bin/sh
# Prints those of the given pids that still run; one that has ended and only waits to be noted does not.
for pid in "$@"; do
  case $(ps -o stat= -p "$pid") in
    '' | Z*) ;;
    *) echo "$pid" ;;
  esac
done
