# Tries: to unpack a bomb.
# Must happen: MLE, or TLE where the machine is too slow to get that far.
# Verdict: MLE TLE

import zlib

bomb = zlib.compress(b"\0" * 3000000)

def answer(n):
    return str(len(b"".join(zlib.decompress(bomb) for _ in range(500))))
