# Tries: to import the C core of the bridge under its own name.
# Must happen: an ordinary ModuleNotFoundError.
# Verdict: RTE

import _pyodide_core

def answer(n):
    return str(dir(_pyodide_core))
