def lead(biscuits):
    row = list(biscuits)
    score = 0
    sign = 1
    while row:
        moves = [(row[0], "left"), (row[-1], "one")]
        if len(row) >= 2:
            moves.append((row[-1] + row[-2], "two"))
        drops, move = max(moves)
        score += sign * drops
        row = row[1:] if move == "left" else row[:-1] if move == "one" else row[:-2]
        sign = -sign
    return score
