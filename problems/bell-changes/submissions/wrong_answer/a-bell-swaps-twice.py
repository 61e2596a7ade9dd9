from math import comb


def count_changes(bells, swaps, stuck):
    # any pairs of neighbours, even two that share a bell
    return comb(bells - 1 - len(stuck), swaps)
