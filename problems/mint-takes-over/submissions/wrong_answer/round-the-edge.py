def after(bed, weeks):
    for _ in range(weeks):
        rows = []
        for r in range(len(bed)):
            row = ''
            for c in range(len(bed[r])):
                near = bed[r][c - 1] + bed[r - 1][c]
                if c + 1 < len(bed[r]):
                    near += bed[r][c + 1]
                if r + 1 < len(bed):
                    near += bed[r + 1][c]
                row += 'm' if bed[r][c] == '.' and 'm' in near else bed[r][c]
            rows.append(row)
        bed = rows
    return bed
