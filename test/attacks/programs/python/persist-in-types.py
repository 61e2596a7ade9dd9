# Tries: to patch built-in types through their mapping proxies.
# Must happen: the next submission gets the real ones.
# Verdict: WA

import gc

def answer(n):
    for kind in (str, list, dict, int):
        gc.get_referents(kind.__dict__)[0]["leak"] = property(lambda self: "LEAK")
    return "planted " + "x".leak
