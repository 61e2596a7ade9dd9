# Tries: to register codecs and error handlers.
# Must happen: they are gone.
# Verdict: WA

import codecs

codecs.register(lambda name: codecs.lookup("utf-8") if name == "leak" else None)
codecs.register_error("leak", lambda e: ("LEAK", e.end))
codecs.register_error("strict", lambda e: ("LEAK", e.end))

def answer(n):
    return "planted"
