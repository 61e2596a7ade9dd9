# Tries: to fill the disk.
# Must happen: OSError: no space left.
# Verdict: RTE

def answer(n):
    for i in range(1000):
        with open(f"/tmp/{i}", "wb") as out:
            out.write(b"x" * 1000000)
    return "full"
