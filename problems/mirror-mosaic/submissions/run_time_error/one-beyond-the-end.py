def tiles_to_change(rows):
    wrong = 0
    for r in range(len(rows)):
        for c in range(len(rows[r])):
            tile = rows[r][c]
            if tile != rows[r][len(rows[r]) - c] or tile != rows[len(rows) - r][c]:
                wrong += 1
    return wrong
