def turn(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def half(trees):
    rope = []
    for tree in trees:
        while len(rope) >= 2 and turn(rope[-2], rope[-1], tree) < 0:
            rope.pop()
        rope.append(tree)
    return rope


def trees_on_the_rope(trees):
    ordered = sorted(tuple(tree) for tree in trees)
    return len(set(half(ordered)) | set(half(ordered[::-1])))
