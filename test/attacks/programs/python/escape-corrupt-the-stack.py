# Tries: to pop more from the value stack than is on it.
# Must happen: a crash of this run alone.
# Verdict: WA RTE TLE MLE

import opcode

def f():
    return 1

def answer(n):
    pop = opcode.opmap["POP_TOP"]
    f.__code__ = f.__code__.replace(co_code=bytes([opcode.opmap["RESUME"], 0] + [pop, 0] * 60 + [opcode.opmap["RETURN_VALUE"], 0]))
    return str(f())
