def cats_inside(fence, cats):
    count = 0
    for x, y in cats:
        meets = 0
        for (x1, y1), (x2, y2) in zip(fence, fence[1:] + fence[:1]):
            if y1 == y2 or not min(y1, y2) <= y <= max(y1, y2):
                continue
            if x1 + (y - y1) * (x2 - x1) / (y2 - y1) > x:
                meets += 1
        count += meets % 2
    return count
