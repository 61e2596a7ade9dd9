def smallest_number(tiles):
    ordered = sorted(tiles)
    rows = [
        first + "".join(ordered[:i] + ordered[i + 1:])
        for i, first in enumerate(ordered)
        if first[0] != "0"
    ]
    return min(rows, default=None)
