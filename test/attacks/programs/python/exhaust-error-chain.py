# Tries: to raise an error that was caused by two hundred thousand others, which the harness would have to write down.
# Must happen: it counts against the time and memory of the submission.
# Verdict: TLE MLE RTE

def answer(n):
    cause = None
    for i in range(200_000):
        error = ValueError(i)
        error.__cause__ = cause
        cause = error
    raise cause
