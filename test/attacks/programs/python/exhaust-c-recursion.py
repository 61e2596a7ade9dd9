# Tries: to overflow the C stack through repr, compare and delete.
# Must happen: RecursionError.
# Verdict: RTE TLE

def answer(n):
    x = []
    for _ in range(200000):
        x = [x]
    return str(x == repr(x))
