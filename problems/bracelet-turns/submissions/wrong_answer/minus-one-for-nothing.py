def turns(mine, yours):
    if len(mine) != len(yours):
        return -1
    return (mine + mine).find(yours)
