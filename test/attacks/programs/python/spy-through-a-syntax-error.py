# Tries: to call a hidden input a syntax error, since those are shown in full and cost no attempt.
# Must happen: RTE; code is read before it sees an input, and never again.
# Verdict: RTE

import __main__

def forged(value, show):
    if value == 1:
        return {"end": "value", "value": '"public"'}
    return {"end": "unreadable", "error": {"kind": "SyntaxError", "text": f"the input was {value}", "line": 1}}

__main__._answer = forged

def answer(n):
    return n
