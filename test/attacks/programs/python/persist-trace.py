# Tries: to trace everything that runs after it.
# Must happen: no trace is left.
# Verdict: WA

import sys, threading

def spy(frame, event, arg):
    return spy

threading.settrace(spy)
sys.setprofile(lambda *a: None)
sys.settrace(spy)
sys.monitoring.use_tool_id(1, "leak")

def answer(n):
    return "planted"
