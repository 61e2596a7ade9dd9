# Tries: to reach the loader through pyodide_js.
# Must happen: an ordinary ModuleNotFoundError.
# Verdict: RTE

import pyodide_js

def answer(n):
    return str(pyodide_js.FS)
