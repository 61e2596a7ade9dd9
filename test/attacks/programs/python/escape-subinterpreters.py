# Tries: to get an interpreter of its own that nobody resets.
# Must happen: an ordinary ModuleNotFoundError.
# Verdict: RTE

import _interpreters

def answer(n):
    return str(_interpreters.create())
