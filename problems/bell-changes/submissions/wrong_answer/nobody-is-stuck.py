from math import comb


def count_changes(bells, swaps, stuck):
    return comb(bells - swaps, swaps) if swaps <= bells else 0
