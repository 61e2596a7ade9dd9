def trees_inside(walk):
    x = y = 0
    xs, ys = [0], [0]
    for step in walk:
        metres = int(step[1:])
        x += metres * ((step[0] == "E") - (step[0] == "W"))
        y += metres * ((step[0] == "N") - (step[0] == "S"))
        xs.append(x)
        ys.append(y)
    return (max(xs) - min(xs) - 1) * (max(ys) - min(ys) - 1)
