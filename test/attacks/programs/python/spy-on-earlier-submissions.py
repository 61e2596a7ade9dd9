# Tries: to find the source of the submission before it in uninitialised memory.
# Must happen: the memory was rewound and cleared.
# Verdict: WA MLE

import io, array

def answer(n):
    found = []
    for size in (100, 1000, 10000, 100000, 1000000):
        for _ in range(20):
            raw = bytes(bytearray(size))
            if b"CANARY" in raw:
                found.append(raw[:100])
    try:
        import ctypes
    except ImportError:
        pass
    return str(found)
