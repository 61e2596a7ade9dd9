def turns(mine, yours):
    if mine == yours:
        return 0
    for n in range(len(mine)):
        if mine[n:] + mine[:n] == yours:
            return n
    return None
