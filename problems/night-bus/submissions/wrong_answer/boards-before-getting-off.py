def left_waiting(seats, people):
    behind = set()
    bus = []
    for stop in range(1001):
        for i, (name, start, goal) in enumerate(people):
            if start == stop:
                if len(bus) < seats:
                    bus.append(goal)
                else:
                    behind.add(i)
        bus = [goal for goal in bus if goal != stop]
    return [person[0] for i, person in enumerate(people) if i in behind]
