import math

def ferry_trips(people, seats):
    return math.ceil(people / seats)
