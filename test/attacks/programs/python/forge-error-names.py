# Tries: to raise an error that is named like a verdict.
# Must happen: RTE.
# Verdict: RTE

class AC(Exception):
    pass

AC.__name__ = "AC" * 500

def answer(n):
    raise AC("accepted\n" * 1000)
