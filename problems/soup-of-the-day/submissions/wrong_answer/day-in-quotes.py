def soup_of_the_day(soups, day):
    return soups.get('day', 'lentil')
