def first_move(pebbles, moves):
    def wins(left, last):
        return any(m != last and m <= left and not wins(left - m, m) for m in moves)

    good = [m for m in moves if m <= pebbles and not wins(pebbles - m, m)]
    return min(good, default=0)
