def bridges_until_joined(islands, bridges):
    above = list(range(islands))

    def captain(island):
        while above[island] != island:
            island = above[island]
        return island

    groups = islands
    if groups == 1:
        return 0
    for built, (a, b) in enumerate(bridges, start=1):
        if captain(a) != captain(b):
            above[a] = captain(b)    # forgets everyone who was above a
            groups -= 1
            if groups == 1:
                return built
    return None
