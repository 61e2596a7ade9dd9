def dry_flowers(flowers, sprinklers):
    dry = 0
    for x, y in flowers:
        wet = False
        for sx, sy, reach in sprinklers:
            if (sx - x) ** 2 + (sy - y) ** 2 < reach ** 2:
                wet = True
        if not wet:
            dry += 1
    return dry
