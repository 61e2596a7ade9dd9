def ferry_trips(people, seats):
    trips = people // seats
    if people % seats > 0:
        trips += 1
    return trips
