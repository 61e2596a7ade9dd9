def first_seat(row, group):
    place = row.find('_' * group)
    if place == -1:
        return None
    return place + 1
