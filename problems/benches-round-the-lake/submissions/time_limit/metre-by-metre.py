def widest_gap(shore, spots, benches):
    spots = sorted(spots)
    n = len(spots)
    row = spots + [spot + shore for spot in spots]

    def possible(gap):
        for start in range(n):
            last = row[start]
            placed = 1
            for here in row[start + 1:start + n]:
                if here - last >= gap and row[start] + shore - here >= gap:
                    last = here
                    placed += 1
            if placed >= benches:
                return True
        return False

    gap = 1
    while possible(gap + 1):
        gap += 1
    return gap
