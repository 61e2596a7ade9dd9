def duckweed_pond(start, pond):
    days = 0
    while start < pond:
        start *= 2
        days += 1
    return days
