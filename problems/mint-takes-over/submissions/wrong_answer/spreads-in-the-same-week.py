def after(bed, weeks):
    squares = [list(row) for row in bed]
    for _ in range(weeks):
        for r in range(len(squares)):
            for c in range(len(squares[r])):
                if squares[r][c] != 'm':
                    continue
                for y, x in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                    if 0 <= y < len(squares) and 0 <= x < len(squares[r]) and squares[y][x] == '.':
                        squares[y][x] = 'm'
    return [''.join(row) for row in squares]
