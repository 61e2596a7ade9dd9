import heapq


def earliest_arrival(ferries, start, goal, now):
    arrivals = [(now, start)]
    reached = set()
    while arrivals:
        time, island = heapq.heappop(arrivals)
        if island == goal:
            return time
        if island in reached:
            continue
        reached.add(island)
        for a, b, first, every, crossing in ferries:
            if island in (a, b):
                leaves = first if time <= first else time + (first - time) % every
                heapq.heappush(arrivals, (leaves + crossing, b if island == a else a))
    return None
