# Tries: to take all memory in one piece.
# Must happen: MLE.
# Verdict: MLE

def answer(n):
    return str(len(bytearray(10 ** 9)))
