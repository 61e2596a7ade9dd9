def coats_lifted(names):
    pile = []
    lifted = 0
    for name in names:
        if name in pile:
            at = pile.index(name)
            above = pile[at + 1:]
            lifted += len(above)
            pile = pile[:at] + above[::-1]
        else:
            pile.append(name)
    return lifted
