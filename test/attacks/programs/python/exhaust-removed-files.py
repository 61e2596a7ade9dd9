# Tries: to keep many files that are removed while they are open, each as large as all of them may be.
# Must happen: OSError: no space left; what is open takes room.
# Verdict: RTE

import os

def answer(n):
    for _ in range(50):
        held = os.open("/tmp/f", os.O_CREAT | os.O_RDWR)
        os.write(held, b"x" * 4_000_000)
        os.unlink("/tmp/f")
    return "full"
