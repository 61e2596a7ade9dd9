def minutes(time):
    hours, rest = time.split(':')
    return int(hours) * 60 + int(rest)


def wait(now, departures):
    return min((minutes(departure) - minutes(now)) % 1440 for departure in departures)
