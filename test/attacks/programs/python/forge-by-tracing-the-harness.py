# Tries: to trace the harness's own frames and to stop it in the middle of an answer.
# Must happen: RTE; the next submission meets a harness that nobody traces.
# Verdict: RTE

import sys

def trace(frame, event, value):
    if frame.f_code.co_name in ("_answer", "_encode", "_step"):
        raise SystemExit(0)
    return trace

sys.settrace(trace)

def answer(n):
    frame = sys._getframe()
    while frame := frame.f_back:
        frame.f_trace = trace
    return "AC"
