def largest_blanket(meadow, bumps):
    height, width = len(meadow), len(meadow[0])
    sums = [[0] * (width + 1) for _ in range(height + 1)]
    for r in range(height):
        for c in range(width):
            sums[r + 1][c + 1] = sums[r][c + 1] + sums[r + 1][c] - sums[r][c] + (meadow[r][c] == "o")
    best = 0
    for r in range(height):
        for c in range(width):
            side = 1
            while r + side <= height and c + side <= width:
                hills = sums[r + side][c + side] - sums[r][c + side] - sums[r + side][c] + sums[r][c]
                if hills <= bumps:
                    best = max(best, side * side)
                side += 1
    return best
