def cheapest_lamps(prices, paths):
    neighbours = [[] for _ in prices]
    for a, b in paths:
        neighbours[a].append(b)
        neighbours[b].append(a)

    lit = set()

    def walk(garden, above):
        for below in neighbours[garden]:
            if below != above:
                walk(below, garden)
                if below not in lit:
                    lit.add(garden)    # next to a leaf, whatever it costs

    walk(0, None)
    return sum(prices[garden] for garden in lit)
