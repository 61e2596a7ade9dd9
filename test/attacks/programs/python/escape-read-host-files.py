# Tries: to read files of the machine by every path it knows.
# Must happen: FileNotFoundError for each.
# Verdict: WA

def answer(n):
    seen = []
    for path in ("/etc/passwd", "/proc/self/environ", "/proc/self/maps", "../../../etc/shadow", "/work", "/home", "/dev/mem", "//etc/hosts", "/tmp/../etc/passwd"):
        try:
            seen.append(open(path).read(50))
        except OSError as e:
            pass
    return "read " + str(seen)
