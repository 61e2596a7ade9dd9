def count_changes(bells, swaps, stuck):
    def ways(n, k):
        if k == 0:
            return 1
        if n < 2:
            return 0
        total = ways(n - 1, k)
        if n - 1 not in stuck:
            total += ways(n - 2, k - 1)
        return total

    return ways(bells, swaps)
