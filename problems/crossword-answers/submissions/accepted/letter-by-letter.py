def answers(grid):
    words = []

    def read(line):
        word = ''
        for sign in line:
            if sign != '#':
                word += sign
            else:
                if len(word) > 1:
                    words.append(word)
                word = ''
        if len(word) > 1:
            words.append(word)

    for row in grid:
        read(row)
    if grid:
        for c in range(len(grid[0])):
            read([row[c] for row in grid])
    return words
