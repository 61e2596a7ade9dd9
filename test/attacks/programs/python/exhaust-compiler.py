# Tries: to keep the compiler busy: nested brackets and huge constants.
# Must happen: an ordinary error.
# Verdict: CE RTE MLE TLE

x = eval("(" * 150 + "1" + ")" * 150)
y = compile("a" + "+a" * 50000, "x", "eval")

def answer(n):
    return eval("[" * 5000)
