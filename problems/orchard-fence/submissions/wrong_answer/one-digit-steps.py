def trees_inside(walk):
    y = area = fence = 0
    for step in walk:
        direction, metres = step[0], int(step[1])
        fence += metres
        if direction == "N":
            y += metres
        elif direction == "S":
            y -= metres
        else:
            area += y * metres if direction == "E" else -y * metres
    return abs(area) - fence // 2 + 1
