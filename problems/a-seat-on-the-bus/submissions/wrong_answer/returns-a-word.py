def a_seat_on_the_bus(people, seats):
    if people < seats:
        return 'true'
    return 'false'
