# Tries: to load a shared object that it wrote itself.
# Must happen: an ImportError; there is no dynamic loading.
# Verdict: RTE

import importlib.machinery, importlib.util

def answer(n):
    with open("/tmp/evil.so", "wb") as out:
        out.write(b"\0asm\1\0\0\0")
    loader = importlib.machinery.ExtensionFileLoader("evil", "/tmp/evil.so")
    spec = importlib.util.spec_from_loader("evil", loader)
    return str(importlib.util.module_from_spec(spec))
