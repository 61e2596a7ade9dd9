from functools import cmp_to_key


def smallest_number(tiles):
    def compare(a, b):
        return (a + b > b + a) - (a + b < b + a)

    ordered = sorted(tiles, key=cmp_to_key(compare))
    rows = [
        first + "".join(ordered[:i] + ordered[i + 1:])
        for i, first in enumerate(ordered)
        if first[0] != "0"
    ]
    return min(rows, default=None)
