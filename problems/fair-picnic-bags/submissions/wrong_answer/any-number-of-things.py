def lightest_difference(grams):
    half = len(grams) // 2

    def sums(things):
        result = {0}
        for weight in things:
            result |= {weight + other for other in result}
        return sorted(result)

    total = sum(grams)
    left, right = sums(grams[:half]), sums(grams[half:])
    best = total
    i, j = 0, len(right) - 1
    while i < len(left) and j >= 0:
        difference = total - 2 * (left[i] + right[j])
        best = min(best, abs(difference))
        if difference > 0:
            i += 1
        else:
            j -= 1
    return best
