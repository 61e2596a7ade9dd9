def trampled(walk):
    x, y = 0, 0
    seen = {(0, 0)}
    count = 0
    for letter in walk:
        if letter == 'N':
            y += 1
        elif letter == 'S':
            y -= 1
        elif letter == 'E':
            x += 1
        else:
            x -= 1
        if (x, y) in seen:
            count += 1
        seen.add((x, y))
    return count
