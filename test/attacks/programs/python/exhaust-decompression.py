# Tries: to unpack a bomb.
# Must happen: MLE.
# Verdict: MLE

import zlib

bomb = zlib.compress(b"\0" * 3000000)

def answer(n):
    return str(len(b"".join(zlib.decompress(bomb) for _ in range(500))))
