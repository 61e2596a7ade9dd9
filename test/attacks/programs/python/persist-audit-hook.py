# Tries: to add an audit hook, which CPython never removes.
# Must happen: the rewind removes it.
# Verdict: WA RTE

import sys

def hook(event, args):
    if event == "compile":
        raise RuntimeError("LEAK")

sys.addaudithook(hook)

def answer(n):
    return "planted"
