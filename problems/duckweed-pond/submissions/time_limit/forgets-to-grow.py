def duckweed_pond(start, pond):
    area = start
    days = 0
    while area < pond:
        start * 2
        days += 1
    return days
