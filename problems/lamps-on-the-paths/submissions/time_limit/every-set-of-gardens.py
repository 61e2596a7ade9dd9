def cheapest_lamps(prices, paths):
    def cheapest(left):
        if not left:
            return 0
        a, b = left[0]
        # light the first path from one of its ends, and go on with the paths that are still dark
        return min(
            prices[garden] + cheapest([path for path in left if garden not in path])
            for garden in (a, b)
        )

    return cheapest(paths)
