# Tries: to be loaded in words that the parent reads and the worker does not, so that nothing is run and nobody knows why.
# Must happen: RTE; worker and parent read the same.
# Verdict: RTE

import __main__

class Loose(str):
    def encode(self):
        return b'{"end"\t:\t"done"}'

__main__._ascii = lambda outcome: Loose()

def answer(n):
    return "AC"
