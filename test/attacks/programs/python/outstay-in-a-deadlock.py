# Tries: to wait for a lock that nobody will ever release, without using the processor.
# Must happen: TLE.
# Verdict: TLE

import threading

def answer(n):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
