def dry_flowers(flowers, sprinklers):
    dry = 0
    for x, y in flowers:
        if not any(max(abs(sx - x), abs(sy - y)) <= reach for sx, sy, reach in sprinklers):
            dry += 1
    return dry
