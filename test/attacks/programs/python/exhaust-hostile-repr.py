# Tries: to be shown for ever: a repr that does not return.
# Must happen: TLE.
# Verdict: TLE

class Slow(int):
    def __repr__(self):
        while True:
            pass

def answer(n):
    return Slow(3)
