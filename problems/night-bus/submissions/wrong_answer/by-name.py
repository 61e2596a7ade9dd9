def left_waiting(seats, people):
    behind = set()
    bus = []
    for stop in range(1001):
        bus = [goal for goal in bus if goal != stop]
        for name, start, goal in people:
            if start == stop:
                if len(bus) < seats:
                    bus.append(goal)
                else:
                    behind.add(name)
    return [name for name, start, goal in people if name in behind]
