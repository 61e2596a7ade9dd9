def ferry_trips(people, seats):
    return people // seats
