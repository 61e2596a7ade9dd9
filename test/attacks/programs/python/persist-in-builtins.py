# Tries: to replace built-in functions.
# Must happen: the next submission gets the real ones.
# Verdict: WA

import builtins

builtins.leak = "LEAK"

def answer(n):
    builtins.len = lambda x: 42
    builtins.print = lambda *a, **k: None
    builtins.__import__ = lambda *a, **k: None
    return "planted"
