def words_in(line):
    return [word for word in line.split('#') if len(word) >= 2]


def answers(grid):
    columns = [''.join(letters) for letters in zip(*grid)]
    words = []
    for line in grid + columns:
        words += words_in(line)
    return words
