# Tries: to catch the MemoryError and try again for ever.
# Must happen: TLE or MLE.
# Verdict: TLE MLE

def answer(n):
    held = []
    while True:
        try:
            held.append(bytearray(1 << 20))
        except MemoryError:
            pass
