# Tries: to make the parent read JSON nested a million deep.
# Must happen: the parent looks at the depth first.
# Verdict: WA RTE

import __main__

__main__._answer = lambda value, show: {"end": "value", "value": "[" * 1000000 + "]" * 1000000}

def answer(n):
    return "AC"
