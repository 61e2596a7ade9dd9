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
                for later in line[line.index(stop) + 1:]:
                    if later not in boarded:
                        boarded[later] = boarded[stop] + 1
                        queue.append(later)
    return None
