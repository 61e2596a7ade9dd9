def warmer_days(temps):
    happy = 0
    for i in range(1, len(temps)):
        if temps[i] > temps[i - 1]:
            happy += 1
    return happy
