def dates(year, weekday, which):
    lengths = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    passed = (year - 2001) * 365 + (year - 2001) // 4
    days = []
    for length in lengths:
        begins = passed % 7
        candidates = [day for day in range(1, length + 1) if (begins + day - 1) % 7 == weekday]
        days.append(candidates[-1] if which == 5 else candidates[which - 1])
        passed += length
    return days
