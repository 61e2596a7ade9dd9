def cats_inside(fence, cats):
    return sum(is_inside(fence, x, y) for x, y in cats)


def is_inside(fence, x, y):
    inside = False
    for (x1, y1), (x2, y2) in zip(fence, fence[1:] + fence[:1]):
        if (y1 > y) == (y2 > y):
            continue
        side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
        if (side > 0) == (y2 > y1):
            inside = not inside
    return inside
