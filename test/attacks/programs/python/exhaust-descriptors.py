# Tries: to open files until there is no descriptor left, then to import and to read.
# Must happen: an ordinary OSError; the next submission has all of them.
# Verdict: RTE

import os

def answer(n):
    try:
        while True:
            os.open("/tmp/f", os.O_CREAT | os.O_RDWR)
    except OSError:
        pass
    import colorsys  # not among what is imported already
