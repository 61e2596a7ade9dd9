def sunflower_gap(mine, yours):
    return abs(mine - yours)
