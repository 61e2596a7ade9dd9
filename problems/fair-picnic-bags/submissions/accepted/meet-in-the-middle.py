from bisect import bisect_left


def sums_by_number(things):
    sums = [[0]] + [[] for _ in things]
    for weight in things:
        for number in range(len(things), 0, -1):
            sums[number] += [weight + other for other in sums[number - 1]]
    return sums


def lightest_difference(grams):
    half = len(grams) // 2
    total = sum(grams)
    left = sums_by_number(grams[:half])
    right = [sorted(sums) for sums in sums_by_number(grams[half:])]
    best = total
    for number, sums in enumerate(left):
        others = right[half - number]
        for weight in sums:
            # the first one that makes this rucksack at least half of the weight, and the one before
            i = bisect_left(others, (total + 1) // 2 - weight)
            for other in others[max(0, i - 1):i + 1]:
                best = min(best, abs(total - 2 * (weight + other)))
    return best
