# Tries: to make the harness answer megabytes that grow sixfold as JSON, so that the worker seems to lie and is killed.
# Must happen: OLE; what is too much is cut off in the worker.
# Verdict: OLE

import __main__

class Zeros(str):
    def encode(self):
        return b"\0" * 4_000_000

__main__._ascii = lambda outcome: Zeros()

def answer(n):
    return 1
