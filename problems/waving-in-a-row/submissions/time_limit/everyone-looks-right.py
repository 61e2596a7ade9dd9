def waving_pairs(heights):
    pairs = 0
    for i, own in enumerate(heights):
        tallest = 0
        for other in heights[i + 1:]:
            if tallest < own and tallest < other:
                pairs += 1
            tallest = max(tallest, other)
    return pairs
