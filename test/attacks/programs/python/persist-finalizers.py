# Tries: to run code when it is cleaned up.
# Must happen: nothing is cleaned up: memory is rewound.
# Verdict: WA

import atexit, gc, weakref

class Late:
    def __del__(self):
        open("/tmp/leak", "w").write("LEAK")
        while True:
            pass

late = Late()
loop = [late]
loop.append(loop)
weakref.finalize(late, print, "LEAK")
atexit.register(print, "LEAK")
gc.callbacks.append(lambda *a: print("LEAK"))
gc.disable()

def answer(n):
    return "planted"
