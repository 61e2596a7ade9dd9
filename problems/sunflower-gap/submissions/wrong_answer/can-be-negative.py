def sunflower_gap(mine, yours):
    return mine - yours
