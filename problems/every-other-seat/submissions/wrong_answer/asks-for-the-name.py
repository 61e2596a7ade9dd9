def every_other_seat(names):
    singing = []
    for name in names:
        if names.index(name) % 2 == 0:
            singing.append(name)
    return singing
