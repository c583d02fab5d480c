"""wait-for.py PATH: returns once a socket is there; fails after 30 seconds."""
import os
import sys
import time

limit = time.monotonic() + 30
while not os.path.exists(sys.argv[1]):
    if time.monotonic() > limit:
        sys.exit(f"{sys.argv[1]} did not appear")
    time.sleep(0.05)
