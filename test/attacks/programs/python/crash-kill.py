# Tries: to kill the process by signals.
# Must happen: RTE; there is nobody else to kill.
# Verdict: RTE

import os, signal

def answer(n):
    for pid in (1, os.getppid(), os.getpid(), -1):
        os.kill(pid, signal.SIGKILL)
    return "alive"
