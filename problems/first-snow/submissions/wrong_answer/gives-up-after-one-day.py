def first_snow(days):
    day = 1
    for weather in days:
        if weather == 'snow':
            return day
        day += 1
        return 0
