# Tries: to answer the imports of others.
# Must happen: the hooks are gone.
# Verdict: WA

import sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        return None

sys.meta_path.insert(0, Finder())
sys.path_hooks.insert(0, lambda path: Finder())
sys.path.insert(0, "/tmp")
open("/tmp/math.py", "w").write("pi = 3")
sys.path_importer_cache.clear()

def answer(n):
    return "planted"
