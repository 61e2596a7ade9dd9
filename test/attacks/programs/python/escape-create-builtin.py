# Tries: to load a removed C module past the import system.
# Must happen: the module is not in the table of built-ins.
# Verdict: RTE

import _imp
from importlib.machinery import ModuleSpec

def answer(n):
    for name in ("_ctypes", "_pyodide_core", "_posixsubprocess", "mmap"):
        made = _imp.create_builtin(ModuleSpec(name, None))
        if made is not None:
            return "got " + name
    raise ImportError("nothing")
