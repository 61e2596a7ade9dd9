def play(last, jumps, rolls):
    ends = dict(map(tuple, jumps))
    square = 0
    used = 0
    for roll in rolls:
        used += 1
        if square + roll > last:
            continue
        square = ends.get(square + roll, square + roll)
        if square == last:
            break
    return [square, used]
