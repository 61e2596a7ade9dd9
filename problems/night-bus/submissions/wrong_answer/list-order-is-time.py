def left_waiting(seats, people):
    behind = []
    bus = []
    for name, start, goal in people:
        bus = [end for end in bus if end > start]
        if len(bus) < seats:
            bus.append(goal)
        else:
            behind.append(name)
    return behind
