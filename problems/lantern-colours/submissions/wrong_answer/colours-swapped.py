def lantern_colour(number):
    if number % 2 == 0:
        return 'red'
    return 'gold'
