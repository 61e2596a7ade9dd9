# Tries: to be where no bytecode boundary comes by.
# Must happen: TLE.
# Verdict: TLE

def answer(n):
    return str(7 ** 30000000 % 10)
