# Tries: to break the harness with an error whose words raise.
# Must happen: RTE.
# Verdict: RTE

class Bad(Exception):
    def __str__(self):
        raise Bad()
    __repr__ = __str__
    @property
    def __traceback__(self):
        raise Bad()

def answer(n):
    raise Bad()
