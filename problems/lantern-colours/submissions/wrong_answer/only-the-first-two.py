def lantern_colour(number):
    if number == 2:
        return 'gold'
    return 'red'
