# Tries: to leave files, a working directory and open descriptors behind.
# Must happen: all are gone.
# Verdict: WA

import os

os.mkdir("/tmp/leak")
os.chdir("/tmp/leak")
held = [open(f"/tmp/leak/{i}", "w") for i in range(40)]
for f in held:
    f.write("LEAK" * 100)
    f.flush()

def answer(n):
    return "planted"
