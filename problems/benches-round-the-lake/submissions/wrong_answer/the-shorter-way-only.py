def widest_gap(shore, spots, benches):
    spots = sorted(spots)

    def possible(gap):
        for first in spots:
            chosen = [first]
            for spot in spots:
                if all(abs(spot - other) >= gap for other in chosen):
                    chosen.append(spot)
            if len(chosen) >= benches:
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
