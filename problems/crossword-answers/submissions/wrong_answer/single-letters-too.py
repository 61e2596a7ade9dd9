def answers(grid):
    columns = [''.join(letters) for letters in zip(*grid)]
    words = []
    for line in grid + columns:
        words += [word for word in line.split('#') if word]
    return words
