def answers(grid):
    words = []
    for row in grid:
        for word in row.split('#'):
            if len(word) >= 2:
                words.append(word)
    return words
