from itertools import permutations


def first_scarf(wool):
    for order in permutations(sorted(wool)):
        if all(a != b for a, b in zip(order, order[1:])):
            return "".join(order)
    return None
