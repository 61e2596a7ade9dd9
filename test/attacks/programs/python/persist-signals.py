# Tries: to leave signal handlers and pending signals behind.
# Must happen: none is left.
# Verdict: WA RTE

import signal

signal.signal(signal.SIGINT, lambda *a: print("LEAK"))

def answer(n):
    signal.raise_signal(signal.SIGINT)
    return "planted"
