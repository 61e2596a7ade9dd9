def largest_blanket(meadow, bumps):
    height, width = len(meadow), len(meadow[0])
    best = 0
    for top in range(height):
        for bottom in range(top + 1, height + 1):
            for left in range(width):
                for right in range(left + 1, width + 1):
                    hills = sum(row[left:right].count("o") for row in meadow[top:bottom])
                    if hills <= bumps:
                        best = max(best, (bottom - top) * (right - left))
    return best
