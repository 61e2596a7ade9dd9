# Tries: to replace the harness by functions that say all is well.
# Must happen: its words decide nothing; the answer is still wrong.
# Verdict: WA RTE

import __main__, json

__main__._answer = lambda value, show: {"end": "done", "verdict": "AC", "passed": 4}
__main__._call = lambda *a: {"end": "value", "value": "true", "verdict": "AC"}
__main__._encode = lambda value: '"AC"'

def answer(n):
    return "AC"
