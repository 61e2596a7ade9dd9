# Tries: to find expected answers in the frames of the harness.
# Must happen: only its own inputs are there.
# Verdict: WA

import sys

def answer(n):
    frame, seen = sys._getframe(), []
    while frame:
        seen += [f"{k}={v!r:.80}" for k, v in {**frame.f_globals, **frame.f_locals}.items() if not k.startswith("__")]
        frame = frame.f_back
    return " ".join(seen)[-1500:]
