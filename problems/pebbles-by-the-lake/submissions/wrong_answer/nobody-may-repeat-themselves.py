from functools import cache


def first_move(pebbles, moves):
    @cache
    def wins(left, mine, theirs):
        return any(m != mine and m <= left and not wins(left - m, theirs, m) for m in moves)

    good = [m for m in moves if m <= pebbles and not wins(pebbles - m, 0, m)]
    return min(good, default=0)
