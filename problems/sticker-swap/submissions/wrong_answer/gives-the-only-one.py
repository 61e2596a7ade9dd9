def swaps(mine, yours):
    one = set(mine) - set(yours)
    other = set(yours) - set(mine)
    return min(len(one), len(other))
