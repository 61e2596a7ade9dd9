# Tries: to answer an object that equals everything.
# Must happen: the answer crosses as JSON and is compared outside.
# Verdict: WA

class Yes(str):
    def __eq__(self, other):
        return True
    def __hash__(self):
        return 0

def answer(n):
    return Yes("whatever")
