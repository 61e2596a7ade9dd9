def a_seat_on_the_bus(people, seats):
    return people < seats
