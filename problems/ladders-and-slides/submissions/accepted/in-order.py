def play(last, jumps, rolls):
    ends = {begin: end for begin, end in jumps}
    square = 0
    used = 0
    for roll in rolls:
        used += 1
        square += roll
        if square > last:
            square = last - (square - last)
        square = ends.get(square, square)
        if square == last:
            break
    return [square, used]
