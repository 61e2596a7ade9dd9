def warmer_days(temps):
    happy = 0
    for i in range(len(temps)):
        if temps[i + 1] > temps[i]:
            happy += 1
    return happy
