def cheapest_lamps(prices, paths):
    neighbours = [[] for _ in prices]
    for a, b in paths:
        neighbours[a].append(b)
        neighbours[b].append(a)

    def costs(garden, above):
        lamp, dark = prices[garden], 0
        for below in neighbours[garden]:
            if below != above:
                with_lamp, without = costs(below, garden)
                # with a lamp here, none of the gardens below gets one
                lamp += without
                dark += with_lamp
        return lamp, dark

    return min(costs(0, None))
