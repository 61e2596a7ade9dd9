def cheapest_lamps(prices, paths):
    lamps = set()
    for a, b in sorted(paths, key=lambda path: min(prices[path[0]], prices[path[1]])):
        if a not in lamps and b not in lamps:
            lamps.add(a if prices[a] <= prices[b] else b)
    return sum(prices[garden] for garden in lamps)
