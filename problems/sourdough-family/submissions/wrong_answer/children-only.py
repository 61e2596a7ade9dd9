def family(gifts, name):
    children = gifts.get(name, [])
    grandchildren = []
    for child in children:
        grandchildren += gifts.get(child, [])
    generations = 0
    if children:
        generations = 1
    if grandchildren:
        generations = 2
    return [len(children) + len(grandchildren), generations]
