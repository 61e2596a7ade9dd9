def trees_on_the_rope(trees):
    xs = [x for x, y in trees]
    ys = [y for x, y in trees]
    edges_x = {min(xs), max(xs)}
    edges_y = {min(ys), max(ys)}
    return sum(x in edges_x or y in edges_y for x, y in trees)
