def family(gifts, name):
    count = 0
    generations = 0
    for child in gifts[name]:
        below, deep = family(gifts, child)
        count += 1 + below
        generations = max(generations, 1 + deep)
    return [count, generations]
