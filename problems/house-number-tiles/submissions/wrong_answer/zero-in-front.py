from functools import cmp_to_key


def smallest_number(tiles):
    ordered = sorted(tiles, key=cmp_to_key(lambda a, b: -1 if a + b < b + a else 1))
    row = "".join(ordered)
    return None if all(tile[0] == "0" for tile in tiles) else row
