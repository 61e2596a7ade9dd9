def one_week(bed):
    height, width = len(bed), len(bed[0])

    def has_mint(r, c):
        return 0 <= r < height and 0 <= c < width and bed[r][c] == 'm'

    rows = []
    for r in range(height):
        row = ''
        for c in range(width):
            near = has_mint(r - 1, c) or has_mint(r + 1, c) or has_mint(r, c - 1) or has_mint(r, c + 1)
            row += 'm' if bed[r][c] == '.' and near else bed[r][c]
        rows.append(row)
    return rows


def after(bed, weeks):
    for _ in range(weeks):
        bed = one_week(bed)
    return bed
