# Tries: to change small integers and interned strings in place.
# Must happen: the next submission counts as usual, if this ever works.
# Verdict: WA RTE TLE

import sys, opcode

sys.intern("leak" * 3)
cache = {}
for i in range(-5, 257):
    cache[i] = i
type.__setattr__

def answer(n):
    try:
        int.__add__ = lambda a, b: 7
    except TypeError:
        pass
    return str(1 + 1)
