def sunflower_gap(mine, yours):
    return abs(mine) - abs(yours)
