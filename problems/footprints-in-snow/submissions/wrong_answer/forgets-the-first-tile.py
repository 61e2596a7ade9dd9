def trampled(walk):
    x, y = 0, 0
    stood = {}
    for letter in walk:
        if letter == 'N':
            y += 1
        elif letter == 'S':
            y -= 1
        elif letter == 'E':
            x += 1
        else:
            x -= 1
        stood[(x, y)] = stood.get((x, y), 0) + 1
    return len([times for times in stood.values() if times > 1])
