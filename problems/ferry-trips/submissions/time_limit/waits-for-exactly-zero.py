def ferry_trips(people, seats):
    trips = 0
    while people != 0:
        people -= seats
        trips += 1
    return trips
