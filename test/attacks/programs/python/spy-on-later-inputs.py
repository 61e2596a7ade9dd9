# Tries: to read the inputs of tests to come from standard input and the harness.
# Must happen: there is nothing on standard input.
# Verdict: WA

import sys, __main__

def answer(n):
    return repr(sys.stdin.read()) + repr(getattr(__main__, "command", None))
