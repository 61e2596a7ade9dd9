def watering_days(rain):
    days = []
    dry = 0
    for day, millimetres in enumerate(rain, start=1):
        if millimetres < 2:
            dry += 1
        else:
            dry = 0
        if dry == 3:
            days.append(day)
            dry = 0
    return days
