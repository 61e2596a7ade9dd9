# Tries: to print without end to standard error, catching everything.
# Must happen: OLE.
# Verdict: OLE

import sys

def answer(n):
    while True:
        try:
            sys.stderr.write("x" * 10000)
        except BaseException:
            pass
