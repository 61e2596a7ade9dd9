def sunflower_gap(mine, yours):
    return max(mine, yours) - min(mine, yours)
