# Tries: to close or replace standard streams for good.
# Must happen: the next submission prints as usual.
# Verdict: WA

import os, sys

sys.stdout.write("half a line")
sys.stdout = sys.__stdout__ = None
sys.stderr.close()
for fd in (0, 1, 2):
    os.close(fd)

def answer(n):
    return "planted"
