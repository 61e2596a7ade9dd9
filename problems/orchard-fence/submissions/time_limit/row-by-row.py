def trees_inside(walk):
    x = y = 0
    crossings = {}    # for each half-metre row: where the fence crosses it going north or south
    on_fence = 0
    for step in walk:
        for _ in range(int(step[1:])):
            if step[0] == "N":
                crossings.setdefault(y, []).append(x)
                y += 1
            elif step[0] == "S":
                y -= 1
                crossings.setdefault(y, []).append(x)
            else:
                x += 1 if step[0] == "E" else -1
            on_fence += 1
    area = 0
    for xs in crossings.values():
        xs.sort()
        area += sum(b - a for a, b in zip(xs[::2], xs[1::2]))
    return area - on_fence // 2 + 1
