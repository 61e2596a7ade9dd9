# Tries: to leave limits, seeds, filters and contexts changed.
# Must happen: all are as before.
# Verdict: WA

import decimal, gc, locale, random, sys, warnings

sys.setrecursionlimit(50)
sys.set_int_max_str_digits(0)
sys.setswitchinterval(1000)
warnings.simplefilter("error")
decimal.getcontext().prec = 1
random.seed(7)
gc.set_threshold(1)
sys.dont_write_bytecode = False
sys.excepthook = lambda *a: None

def answer(n):
    return "planted"
