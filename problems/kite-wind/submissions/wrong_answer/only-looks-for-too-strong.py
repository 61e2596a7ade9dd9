def kite_wind(wind):
    return wind <= 30
