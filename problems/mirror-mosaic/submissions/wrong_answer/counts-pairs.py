def tiles_to_change(rows):
    wrong = 0
    for row in rows:
        for c in range(len(row) // 2):
            if row[c] != row[-1 - c]:
                wrong += 1
    for r in range(len(rows) // 2):
        for c in range(len(rows[r])):
            if rows[r][c] != rows[-1 - r][c]:
                wrong += 1
    return wrong
