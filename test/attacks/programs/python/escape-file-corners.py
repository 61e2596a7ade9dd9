# Tries: to find a way around the file system: above the root, over directories, far behind the end, before the start.
# Must happen: each is an ordinary OSError, and nothing lies outside of /tmp.
# Verdict: RTE

import os

def answer(n):
    open("/tmp/f", "w").write("text")
    os.mkdir("/tmp/d")
    f = os.open("/tmp/f", os.O_RDWR)
    ways = [
        lambda: open("/tmp/../../../../etc/passwd").read(),
        lambda: open("/lib/../tmp/../new", "w"),
        lambda: os.rename("/tmp/f", "/tmp/d"),
        lambda: os.rename("/tmp/d", "/tmp/e"),
        lambda: os.rename("/lib/python314.zip", "/tmp/library"),
        lambda: os.rename("/tmp/f", "/tmp/../f"),
        lambda: os.rmdir("/tmp"),
        lambda: os.unlink("/tmp/d"),
        lambda: os.symlink("/lib", "/tmp/s"),
        lambda: os.link("/tmp/f", "/tmp/l"),
        lambda: os.lseek(f, 2**62, 0),
        lambda: os.lseek(f, -1, 0),
        lambda: os.pwrite(f, b"x", 2**62),
        lambda: os.pwrite(f, b"x", -1),
        lambda: os.truncate("/tmp/f", 2**62),
        lambda: os.ftruncate(f, -1),
        lambda: os.read(-1, 1),
        lambda: os.read(10**9, 1),
        lambda: os.pipe(),
        lambda: os.mkfifo("/tmp/p"),
        lambda: open("/tmp/" + "a" * 5000, "w"),
    ]
    went = []
    for i, way in enumerate(ways):
        try:
            way()
            went.append(i)
        except OSError:
            pass
    os.pread(f, 5, 2**62)
    os.writev(f, [])
    os.readv(os.open("/dev/zero", os.O_RDONLY), [bytearray(0)])
    raise OSError(f"no way but {went}") if went in ([], [len(ways) - 1]) else SystemError(went)
