def turns(mine, yours):
    place = (mine + mine).find(yours)
    if place == -1:
        return None
    return place
