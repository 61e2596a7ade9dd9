# Tries: to name an error after the hidden input that raised it, and to number its line likewise.
# Must happen: RTE; of a hidden test a kind is told that stands in the source, and a line that is there.
# Verdict: RTE

def answer(n):
    name = f"input_{n}"
    exec(compile("\n" * (n % 1000 + 100) + "raise kind", "solution.py", "exec"), {"kind": type(name, (Exception,), {})})
