def duckweed_pond(start, pond):
    area = start
    days = 0
    while area < pond:
        area += start
        days += 1
    return days
