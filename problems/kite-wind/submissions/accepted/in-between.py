def kite_wind(wind):
    return 12 <= wind <= 30
