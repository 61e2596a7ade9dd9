# Tries: to take all memory in small pieces.
# Must happen: MLE.
# Verdict: MLE TLE

def answer(n):
    rows = []
    while True:
        rows.append([0] * 100000)
