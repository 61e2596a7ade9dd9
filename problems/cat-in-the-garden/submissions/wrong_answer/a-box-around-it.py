def cats_inside(fence, cats):
    xs = [x for x, y in fence]
    ys = [y for x, y in fence]
    return sum(min(xs) < x < max(xs) and min(ys) < y < max(ys) for x, y in cats)
