from itertools import combinations


def lightest_difference(grams):
    total = sum(grams)
    return min(abs(total - 2 * sum(share)) for share in combinations(grams, len(grams) // 2))
