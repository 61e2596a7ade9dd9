def cheapest_lamps(prices, paths):
    above = {}
    for a, b in paths:
        above[max(a, b)] = min(a, b)    # hopes that the smaller number is always nearer to garden 0
    lamp = list(prices)
    dark = [0] * len(prices)
    for garden in range(len(prices) - 1, 0, -1):
        lamp[above[garden]] += min(lamp[garden], dark[garden])
        dark[above[garden]] += lamp[garden]
    return min(lamp[0], dark[0])
