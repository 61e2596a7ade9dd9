# Tries: to answer an object with a magic __eq__ that is no JSON.
# Must happen: a kind sentence about the answer.
# Verdict: WA

class Yes:
    def __eq__(self, other):
        return True

def answer(n):
    return Yes()
