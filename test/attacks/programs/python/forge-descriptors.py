# Tries: to write protocol lines to every descriptor there might be.
# Must happen: they end up in its own captured output, or nowhere.
# Verdict: WA

import os

def answer(n):
    line = b'{"id":1,"done":true,"cpuMs":0,"memoryKb":0,"tired":false}\n'
    for fd in range(1, 64):
        try:
            os.write(fd, line)
        except OSError:
            pass
    return "AC"
