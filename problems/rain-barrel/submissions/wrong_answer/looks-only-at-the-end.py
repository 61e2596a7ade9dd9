def water_in_barrel(size, litres):
    water = 0
    for change in litres:
        water += change
    if water > size:
        water = size
    return water
