from functools import cache


@cache
def free(digit, more):
    """In how many ways one can write so many more digits behind a digit."""
    if more == 0:
        return 1
    return sum(free(following, more - 1) for following in range(10) if abs(following - digit) <= 2)


def up_to(n):
    """How many calm numbers there are from 1 to n."""
    if n < 1:
        return 0
    digits = [int(digit) for digit in str(n)]
    length = len(digits)
    count = sum(free(first, size - 1) for size in range(1, length) for first in range(1, 10))
    before = None
    for place, limit in enumerate(digits):
        for digit in range(limit):
            if digit > 0 if before is None else abs(digit - before) <= 2:
                count += free(digit, length - place - 1)
        if before is not None and abs(limit - before) > 2:
            return count
        before = limit
    return count + 1


def count_calm(low, high):
    return up_to(high) - up_to(low - 1) + (low == 0)
