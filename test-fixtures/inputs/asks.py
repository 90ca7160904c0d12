#!/usr/bin/env python3
# Asks for a line, as most scripts do.
print("hello " + input("name? "))
