def coats_lifted(names):
    pile = []
    gone = set()
    lifted = 0
    for name in names:
        if name in pile:
            lifted += len(pile) - 1 - pile.index(name)
            pile.remove(name)
            gone.add(name)
        elif name not in gone:
            pile.append(name)
    return lifted
