def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

def wait(now, departures):
    for departure in departures:
        if departure >= now:
            return minutes(departure) - minutes(now)
    return minutes(departures[0]) + 1440 - minutes(now)
