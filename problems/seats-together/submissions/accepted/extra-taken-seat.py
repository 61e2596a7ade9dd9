def first_seat(row, group):
    best_start, best_length = None, None
    length = 0
    for seat, sign in enumerate(row + 'X', start=1):
        if sign == '_':
            length += 1
        else:
            if length >= group and (best_length is None or length < best_length):
                best_start, best_length = seat - length, length
            length = 0
    return best_start
