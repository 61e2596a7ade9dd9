# Tries: to sleep past the limit.
# Must happen: TLE; sleeping counts.
# Verdict: TLE

import time

def answer(n):
    time.sleep(100)
