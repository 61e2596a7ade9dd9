def kite_wind(wind):
    return True  # change this line
