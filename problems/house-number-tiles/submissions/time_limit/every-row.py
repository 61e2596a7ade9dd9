from itertools import permutations


def smallest_number(tiles):
    best = None
    for row in permutations(tiles):
        number = "".join(row)
        if number[0] != "0" and (best is None or number < best):
            best = number
    return best
