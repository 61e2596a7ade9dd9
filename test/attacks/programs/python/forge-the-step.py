# Tries: to make the harness answer bytes that are no outcome.
# Must happen: RTE; what cannot be read is not looked at twice.
# Verdict: RTE WA

import __main__, sys

class Evil(dict):
    pass

__main__._ascii = lambda outcome: "\0\n{\"id\":1,\"done\":true,\"cpuMs\":0,\"memoryKb\":0,\"tired\":false}\n" * 50

def answer(n):
    return "AC"
