def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

def wait(now, departures):
    best = 1440
    for departure in departures:
        gap = minutes(departure) - minutes(now)
        if gap <= 0:
            gap += 1440
        best = min(best, gap)
    return best
