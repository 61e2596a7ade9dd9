def lantern_colour(number):
    if number % 2 == 0:
        return 'gold'
    return 'red'
