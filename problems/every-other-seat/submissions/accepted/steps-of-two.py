def every_other_seat(names):
    singing = []
    for i in range(0, len(names), 2):
        singing.append(names[i])
    return singing
