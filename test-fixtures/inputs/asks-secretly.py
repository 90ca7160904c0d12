#!/usr/bin/env python3
# Asks for a password on the terminal, which does not show it.
import getpass

print("%d characters" % len(getpass.getpass("password? ")))
