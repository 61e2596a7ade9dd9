# Tries: to change the standard library for everyone.
# Must happen: the library is read-only.
# Verdict: RTE

def answer(n):
    with open("/lib/python314.zip", "r+b") as lib:
        lib.write(b"x" * 1000)
    return "written"
