def ferry_trips(people, seats):
    if people == 0:
        return 0
    return people // seats + 1
