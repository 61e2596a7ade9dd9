# Tries: to keep a thread running after the verdict.
# Must happen: RuntimeError: there are no threads.
# Verdict: RTE

import _thread

def answer(n):
    _thread.start_new_thread(print, ("still here",))
    return "started"
