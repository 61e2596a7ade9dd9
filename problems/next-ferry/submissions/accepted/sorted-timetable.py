def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])


def wait(now, departures):
    timetable = sorted(departures)
    for departure in timetable:
        if departure >= now:
            return minutes(departure) - minutes(now)
    return minutes(timetable[0]) + 24 * 60 - minutes(now)
