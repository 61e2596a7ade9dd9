def first_move(pebbles, moves):
    wins = [False] * (pebbles + 1)
    for left in range(pebbles + 1):
        wins[left] = any(m <= left and not wins[left - m] for m in moves)
    good = [m for m in moves if m <= pebbles and not wins[pebbles - m]]
    return min(good, default=0)
