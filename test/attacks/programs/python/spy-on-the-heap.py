# Tries: to find expected answers among all objects.
# Must happen: they never entered the sandbox.
# Verdict: WA

import gc

def answer(n):
    texts = set()
    for o in gc.get_objects():
        for r in gc.get_referents(o):
            if isinstance(r, str) and "SECRET" in r:
                texts.add(r[:60])
    return " ".join(sorted(texts)[:20])
