from bisect import bisect_right


def lightest_difference(grams):
    half = len(grams) // 2

    def sums_by_number(things):
        sums = [[0]] + [[] for _ in things]
        for weight in things:
            for number in range(len(things), 0, -1):
                sums[number] += [weight + other for other in sums[number - 1]]
        return [sorted(part) for part in sums]

    total = sum(grams)
    left, right = sums_by_number(grams[:half]), sums_by_number(grams[half:])
    best = total
    for number, sums in enumerate(left):
        others = right[half - number]
        for weight in sums:
            # as close to half of the weight as possible, but never above it
            i = bisect_right(others, total // 2 - weight)
            if i > 0:
                best = min(best, total - 2 * (weight + others[i - 1]))
    return best
