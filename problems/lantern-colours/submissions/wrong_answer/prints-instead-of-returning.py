def lantern_colour(number):
    if number % 2 == 0:
        print('gold')
    else:
        print('red')
