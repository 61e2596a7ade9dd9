# Tries: to answer something nested too deep to read.
# Must happen: a kind sentence.
# Verdict: WA

def answer(n):
    value = 1
    for _ in range(5000):
        value = [value]
    return value
