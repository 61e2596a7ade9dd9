def coats_lifted(names):
    pile = []
    lifted = 0
    for name in names:
        if name in pile:
            lifted += len(pile) - pile.index(name)
            pile.remove(name)
        else:
            pile.append(name)
    return lifted
