from collections import deque


def earliest_arrival(ferries, start, goal, now):
    arrival = {start: now}
    queue = deque([start])
    while queue:
        island = queue.popleft()
        time = arrival[island]
        for origin, to, first, every, crossing in ferries:
            if origin == island and to not in arrival:
                leaves = first if time <= first else time + (first - time) % every
                arrival[to] = leaves + crossing
                queue.append(to)
    return arrival.get(goal)
