def bridges_until_joined(islands, bridges):
    above = list(range(islands))

    def captain(island):
        while above[island] != island:
            above[island] = above[above[island]]    # shorten the chain
            island = above[island]
        return island

    groups = islands
    if groups == 1:
        return 0
    for built, (a, b) in enumerate(bridges, start=1):
        a, b = captain(a), captain(b)
        if a != b:
            above[a] = b
            groups -= 1
            if groups == 1:
                return built
    return None
