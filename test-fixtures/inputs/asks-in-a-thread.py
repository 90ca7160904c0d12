#!/usr/bin/env python3
# Asks in a thread of its own, as a Java or Go program always does; the first thread waits for it.
import sys
import threading

answers = []
asking = threading.Thread(target=lambda: answers.append(sys.stdin.readline()))
asking.start()
asking.join()
print("hello " + answers[0].strip())
