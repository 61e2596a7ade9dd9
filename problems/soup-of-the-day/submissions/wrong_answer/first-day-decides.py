def soup_of_the_day(soups, day):
    for name in soups:
        if name == day:
            return soups[name]
        else:
            return 'lentil'
    return 'lentil'
