# Tries: to put its own streams and names into the harness, which touches them after each answer.
# Must happen: the submission's own runs fail.
# Verdict: RTE WA

import sys

class Stream:
    def flush(self):
        raise SystemExit("accepted")

harness = sys.modules["__main__"]
harness._streams = (Stream(),)
harness._space = {"answer": lambda n: "public"}
sys.stdout = sys.stderr = Stream()

def answer(n):
    return "public"
