# Tries: to make files without end.
# Must happen: OSError: no space left.
# Verdict: RTE

import os

def answer(n):
    for i in range(100000):
        os.mkdir(f"/tmp/{i}")
    return "full"
