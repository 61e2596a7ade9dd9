def dry_flowers(flowers, sprinklers):
    dry = 0
    for sx, sy, reach in sprinklers:
        for x, y in flowers:
            if (sx - x) ** 2 + (sy - y) ** 2 > reach ** 2:
                dry += 1
    return dry
