STEPS = {'N': (0, 1), 'E': (1, 0), 'S': (0, -1), 'W': (-1, 0)}


def trampled(walk):
    x, y = 0, 0
    stood = {(x, y): 1}
    for letter in walk:
        dx, dy = STEPS[letter]
        x, y = x + dx, y + dy
        stood[x, y] = stood.get((x, y), 0) + 1
    return sum(1 for times in stood.values() if times >= 2)
