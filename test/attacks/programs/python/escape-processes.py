# Tries: to start processes in every way the standard library has.
# Must happen: an error each time.
# Verdict: WA

import importlib, os, subprocess

def attempt(f):
    try:
        return repr(f())
    except BaseException as e:
        return type(e).__name__

def answer(n):
    return str([
        attempt(lambda: os.system("id")),
        attempt(lambda: os.popen("id").read()),
        attempt(lambda: os.fork()),
        attempt(lambda: os.execv("/bin/sh", ["sh"])),
        attempt(lambda: os.posix_spawn("/bin/sh", ["sh"], {})),
        attempt(lambda: subprocess.check_output("id", shell=True)),
        attempt(lambda: importlib.import_module("multiprocessing").Process(target=print).start()),
        attempt(lambda: importlib.import_module("_posixsubprocess").fork_exec(*[None] * 23)),
    ])
