def bridges_until_joined(islands, bridges):
    if islands == 1:
        return 0
    for built in range(1, len(bridges) + 1):
        neighbours = [[] for _ in range(islands)]
        for a, b in bridges[:built]:
            neighbours[a].append(b)
            neighbours[b].append(a)
        seen = {0}
        to_visit = [0]
        while to_visit:
            for other in neighbours[to_visit.pop()]:
                if other not in seen:
                    seen.add(other)
                    to_visit.append(other)
        if len(seen) == islands:
            return built
    return None
