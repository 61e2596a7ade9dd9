# Tries: to leave a module behind.
# Must happen: the next submission has never heard of it.
# Verdict: WA

import sys, types, json, math

sys.modules["leak"] = types.ModuleType("leak")
json.loads = lambda *a: {"leak": 1}
math.pi = 3

def answer(n):
    return "planted"
