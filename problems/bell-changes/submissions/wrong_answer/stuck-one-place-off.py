from functools import cache


def count_changes(bells, swaps, stuck):
    @cache
    def ways(n, k):
        if k < 0 or 2 * k > n:
            return 0
        if n == 0:
            return 1
        total = ways(n - 1, k)
        if n >= 2 and n not in stuck:
            total += ways(n - 2, k - 1)
        return total

    return ways(bells, swaps)
