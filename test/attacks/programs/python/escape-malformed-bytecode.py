# Tries: to read memory beyond a tuple of constants by malformed bytecode.
# Must happen: garbage or a crash, of this run alone.
# Verdict: WA RTE TLE MLE

import opcode

def f():
    return 1

def answer(n):
    load = opcode.opmap["LOAD_CONST"]
    back = opcode.opmap["RETURN_VALUE"]
    found = []
    for i in range(2, 250):
        code = f.__code__.replace(co_code=bytes([opcode.opmap["RESUME"], 0, load, i, back, 0]))
        f.__code__ = code
        try:
            found.append(str(f()))
        except Exception:
            pass
    return " ".join(found)
