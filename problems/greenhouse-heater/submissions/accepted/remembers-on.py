def minutes_on(readings, low, high):
    on = False
    minutes = 0
    for reading in readings:
        if reading < low:
            on = True
        elif reading > high:
            on = False
        if on:
            minutes += 1
    return minutes
