def first_seat(row, group):
    best, smallest = None, len(row) + 1
    start = 0
    for gap in row.split('X'):
        if group <= len(gap) < smallest:
            best, smallest = start, len(gap)
        start += len(gap) + 1
    return best
