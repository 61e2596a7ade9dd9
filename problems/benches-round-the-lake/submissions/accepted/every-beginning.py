def widest_gap(shore, spots, benches):
    spots = sorted(spots)

    def possible(gap):
        for start, first in enumerate(spots):
            last = first
            placed = 1
            for here in spots[start + 1:]:
                if here - last >= gap and first + shore - here >= gap:
                    last = here
                    placed += 1
            if placed >= benches:
                return True
        return False

    low, high = 1, shore // benches
    while low < high:
        middle = (low + high + 1) // 2
        if possible(middle):
            low = middle
        else:
            high = middle - 1
    return low
