def kite_wind(wind):
    return wind > 12 and wind < 30
