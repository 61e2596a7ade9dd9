# Tries: to make JavaScript proxies through pyodide.ffi.
# Must happen: an ordinary ModuleNotFoundError.
# Verdict: RTE

from pyodide.ffi import create_proxy, to_js

def answer(n):
    return str(to_js([1]))
