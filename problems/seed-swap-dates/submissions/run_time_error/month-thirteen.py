import datetime

def dates(year, weekday, which):
    days = []
    for month in range(1, 13):
        fitting = []
        day = datetime.date(year, month, 1)
        end = datetime.date(year, month + 1, 1)
        while day < end:
            if day.weekday() == weekday:
                fitting.append(day.day)
            day += datetime.timedelta(days=1)
        days.append(fitting[-1] if which == 5 else fitting[which - 1])
    return days
