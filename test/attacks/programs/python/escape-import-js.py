# Tries: to reach JavaScript through the js module.
# Must happen: an ordinary ModuleNotFoundError.
# Verdict: RTE

import js

def answer(n):
    return js.eval("1 + 1")
