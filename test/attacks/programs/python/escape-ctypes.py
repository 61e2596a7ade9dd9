# Tries: to call C functions by address.
# Must happen: an ordinary ModuleNotFoundError.
# Verdict: RTE

import ctypes

def answer(n):
    return str(ctypes.CDLL(None).system(b"id"))
