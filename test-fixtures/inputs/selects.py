#!/usr/bin/env python3
# Waits until there is input, but for a second and a half at most: whether it needs any cannot be seen from outside.
import select
import sys

ready = select.select([sys.stdin], [], [], 1.5)[0]
print("ready" if ready else "nothing came")
