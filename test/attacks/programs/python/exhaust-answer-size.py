# Tries: to answer with many megabytes.
# Must happen: OLE.
# Verdict: OLE

def answer(n):
    return "x" * 20000000
