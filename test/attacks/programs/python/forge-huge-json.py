# Tries: to make the parent read a very large answer.
# Must happen: it is cut off by size.
# Verdict: OLE RTE WA

import __main__

__main__._answer = lambda value, show: {"end": "value", "value": "[" + "1," * 1900000 + "1]", "shown": "x" * 100000}

def answer(n):
    return "AC"
