def first_seat(row, group):
    gaps = []
    seat = 1
    for gap in row.split('X'):
        if len(gap) >= group:
            gaps.append((len(gap), seat))
        seat += len(gap) + 1
    return min(gaps)[1]
