# Tries: to overflow the stack where CPython looks at no depth: in the freeing and the asking of nested iterators.
# Must happen: an ordinary RecursionError; the worker goes on.
# Verdict: RTE

import itertools, sys

sys.setrecursionlimit(2**31 - 1)

def answer(n):
    freed, asked = iter([1]), iter([1])
    for _ in range(200_000):
        freed = map(abs, freed)
        asked = itertools.chain(asked)
    del freed
    return next(asked)
