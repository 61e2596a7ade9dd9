# Tries: to run for ever.
# Must happen: TLE.
# Verdict: TLE

def answer(n):
    while True:
        pass
