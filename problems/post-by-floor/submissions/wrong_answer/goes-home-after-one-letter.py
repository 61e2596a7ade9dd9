def post_by_floor(letters):
    counts = {}
    for floor in letters:
        if floor not in counts:
            counts[floor] = 0
        counts[floor] += 1
        return counts
