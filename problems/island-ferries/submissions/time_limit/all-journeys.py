def earliest_arrival(ferries, start, goal, now):
    best = None

    def travel(island, time, visited):
        nonlocal best
        if island == goal:
            if best is None or time < best:
                best = time
            return
        for origin, to, first, every, crossing in ferries:
            if origin == island and to not in visited:
                leaves = first
                if time > first:
                    leaves += (time - first + every - 1) // every * every
                travel(to, leaves + crossing, visited | {to})

    travel(start, now, {start})
    return best
