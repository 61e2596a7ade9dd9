def trees_inside(walk):
    y = area = 0
    for step in walk:
        direction, metres = step[0], int(step[1:])
        if direction in "NS":
            y += metres if direction == "N" else -metres
        else:
            area += y * metres if direction == "E" else -y * metres
    return abs(area)
