# Tries: to recurse without Python's own limit.
# Must happen: RTE, MLE or TLE.
# Verdict: RTE MLE TLE

import sys

sys.setrecursionlimit(10 ** 9)

def answer(n):
    return answer(n + 1)
