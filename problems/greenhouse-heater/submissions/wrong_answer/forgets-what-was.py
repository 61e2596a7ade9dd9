def minutes_on(readings, low, high):
    minutes = 0
    for reading in readings:
        if reading < low:
            minutes += 1
    return minutes
