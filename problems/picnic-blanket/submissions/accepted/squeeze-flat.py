def largest_blanket(meadow, bumps):
    best = 0
    width = len(meadow[0])
    for top in range(len(meadow)):
        columns = [0] * width
        for bottom in range(top, len(meadow)):
            for i, sign in enumerate(meadow[bottom]):
                columns[i] += sign == "o"
            left = hills = 0
            for right in range(width):
                hills += columns[right]
                while hills > bumps:
                    hills -= columns[left]
                    left += 1
                best = max(best, (right - left + 1) * (bottom - top + 1))
    return best
