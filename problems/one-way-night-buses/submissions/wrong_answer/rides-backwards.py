from collections import deque


def fewest_buses(lines, start, goal):
    boarded = {start: 0}
    queue = deque([start])
    while queue:
        stop = queue.popleft()
        if stop == goal:
            return boarded[stop]
        for line in lines:
            if stop in line:
                for other in line:
                    if other not in boarded:
                        boarded[other] = boarded[stop] + 1
                        queue.append(other)
    return None
