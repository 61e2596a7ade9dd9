# Tries: to abort the process.
# Must happen: RTE; the worker lives.
# Verdict: RTE

import os

def answer(n):
    os.abort()
