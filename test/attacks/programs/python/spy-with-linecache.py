# Tries: to read other sources through linecache and inspect.
# Must happen: only its own source is there.
# Verdict: WA

import linecache, inspect, sys

def answer(n):
    return str([name for name in linecache.cache if "python314" not in name]) + str(sys.argv)
