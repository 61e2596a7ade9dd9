def answers(grid):
    lines = list(grid)
    for c in range(len(grid)):
        lines.append(''.join(row[c] for row in grid))
    return [word for line in lines for word in line.split('#') if len(word) >= 2]
