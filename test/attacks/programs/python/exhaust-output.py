# Tries: to print without end.
# Must happen: OLE.
# Verdict: OLE

def answer(n):
    while True:
        print("x" * 10000)
