# Tries: to write where no object lies, with local variables that a function does not have.
# Must happen: the writes happen, and the rewind finds every one of them.
# Verdict: WA RTE

import opcode

FROM, TO, STEP = 1 << 19, 3 << 19, 40_009 * 4

def shell():
    return 1

def write_at(index):
    op = opcode.opmap
    index_above_a_byte = [byte for shift in (24, 16, 8) for byte in (op["EXTENDED_ARG"], (index >> shift) & 255)]
    shell.__code__ = shell.__code__.replace(co_code=bytes([
        op["RESUME"], 0,
        op["LOAD_SMALL_INT"], 77, *index_above_a_byte, op["STORE_FAST"], index & 255,
        op["LOAD_SMALL_INT"], 1, op["RETURN_VALUE"], 0,
    ]))
    return shell()

def answer(n):
    return str(sum(write_at(offset // 4) for offset in range(FROM, TO, STEP)))
