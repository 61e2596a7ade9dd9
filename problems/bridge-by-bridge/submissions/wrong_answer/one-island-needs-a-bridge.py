def bridges_until_joined(islands, bridges):
    groups = [{island} for island in range(islands)]
    of = list(groups)
    left = islands
    for built, (a, b) in enumerate(bridges, start=1):
        if of[a] is not of[b]:
            small, large = sorted((of[a], of[b]), key=len)
            large |= small
            for island in small:
                of[island] = large
            left -= 1
        if left == 1:
            return built
    return None
