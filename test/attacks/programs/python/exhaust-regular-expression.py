# Tries: to make a regular expression take exponential time.
# Must happen: TLE.
# Verdict: TLE

import re

def answer(n):
    return str(re.match(r"(a|a)*(a|a)*(a|a)*$", "a" * 40 + "b"))
