# Tries: to outstay the round in a finally block.
# Must happen: TLE.
# Verdict: TLE

def answer(n):
    try:
        return "done"
    finally:
        while True:
            pass
