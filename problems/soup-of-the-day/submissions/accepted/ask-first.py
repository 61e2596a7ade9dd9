def soup_of_the_day(soups, day):
    if day in soups:
        return soups[day]
    return 'lentil'
