# Tries: to call entries of the function table through fake objects made of bytes.
# Must happen: a crash of this run alone.
# Verdict: WA RTE TLE MLE

import opcode, struct

def f():
    return 1

# A bytes object whose payload looks like an object with a type of our making; the type's slots are table indexes.
fake = b"".join(struct.pack("<I", i % 9000) for i in range(4000))

def answer(n):
    address = id(fake) + 16
    consts = struct.pack("<I", address) * 64
    load = opcode.opmap["LOAD_CONST"]
    for distance in range(0, 250, 3):
        f.__code__ = f.__code__.replace(co_code=bytes([opcode.opmap["RESUME"], 0, load, distance, opcode.opmap["RETURN_VALUE"], 0]), co_consts=(1,))
        f()(consts)
    return "called"
