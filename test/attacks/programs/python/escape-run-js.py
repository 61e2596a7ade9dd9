# Tries: to run JavaScript through pyodide.code.
# Must happen: an ordinary ModuleNotFoundError.
# Verdict: RTE

from pyodide.code import run_js

def answer(n):
    return str(run_js("globalThis"))
