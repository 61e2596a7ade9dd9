def kite_wind(wind):
    return wind in range(12, 30)
