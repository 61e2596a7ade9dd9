def dates(year, weekday, which):
    lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    passed = (year - 2001) * 365 + (year - 2001) // 4
    days = []
    for length in lengths:
        fitting = [day for day in range(1, length + 1) if (passed + day - 1) % 7 == weekday]
        days.append(fitting[-1] if which == 5 else fitting[which - 1])
        passed += length
    return days
