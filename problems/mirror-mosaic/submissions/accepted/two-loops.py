def tiles_to_change(rows):
    height = len(rows)
    wrong = 0
    for r in range(height):
        width = len(rows[r])
        for c in range(width):
            tile = rows[r][c]
            if tile != rows[r][width - 1 - c] or tile != rows[height - 1 - r][c]:
                wrong += 1
    return wrong
