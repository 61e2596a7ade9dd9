def tiles_to_change(rows):
    wrong = 0
    for row in rows:
        for c in range(len(row)):
            if row[c] != row[-1 - c]:
                wrong += 1
    return wrong
