# Tries: to find secrets in the environment.
# Must happen: an environment of three harmless words.
# Verdict: WA

import os

def answer(n):
    return str(dict(os.environ))
