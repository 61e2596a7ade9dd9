# Tries: to end the program with success before anything is compared.
# Must happen: RTE.
# Verdict: RTE

import os

def answer(n):
    os._exit(0)
