def fewest_buses(lines, start, goal):
    if start == goal:
        return 0
    best = None

    def ride(stop, buses, visited):
        nonlocal best
        if stop == goal:
            if best is None or buses < best:
                best = buses
            return
        for line in lines:
            if stop in line:
                for later in line[line.index(stop) + 1:]:
                    if later not in visited:
                        ride(later, buses + 1, visited | {later})

    ride(start, 0, {start})
    return best
