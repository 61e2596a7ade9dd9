def every_other_seat(names):
    for i in range(len(names)):
        if i % 2 == 1:
            names.pop(i)
    return names
