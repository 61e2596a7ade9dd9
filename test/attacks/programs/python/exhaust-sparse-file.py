# Tries: to make a file that is huge without being written.
# Must happen: OSError.
# Verdict: RTE

def answer(n):
    with open("/tmp/x", "wb") as out:
        out.seek(2 ** 39)
        out.write(b"x")
    return "huge"
