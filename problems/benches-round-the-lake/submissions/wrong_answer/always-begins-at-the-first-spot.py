def widest_gap(shore, spots, benches):
    spots = sorted(spots)

    def possible(gap):
        last = spots[0]
        placed = 1
        for spot in spots[1:]:
            if spot - last >= gap and spots[0] + shore - spot >= gap:
                last = spot
                placed += 1
        return placed >= benches

    low, high = 1, shore // benches
    while low < high:
        middle = (low + high + 1) // 2
        if possible(middle):
            low = middle
        else:
            high = middle - 1
    return low
