def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

def wait(now, departures):
    return min(minutes(departure) - minutes(now) for departure in departures if departure >= now)
