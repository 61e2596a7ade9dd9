def watering_days(rain):
    days = []
    for i in range(2, len(rain)):
        if rain[i] < 2 and rain[i - 1] < 2 and rain[i - 2] < 2:
            days.append(i + 1)
    return days
