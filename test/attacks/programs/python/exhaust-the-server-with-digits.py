# Tries: to make the server read a number of a million digits, for every test, while everybody else waits.
# Must happen: it is another answer, by its length alone.
# Verdict: WA

import __main__

__main__._answer = lambda value, show: {"end": "value", "value": "9" * 1_900_000}

def answer(n):
    return 1
