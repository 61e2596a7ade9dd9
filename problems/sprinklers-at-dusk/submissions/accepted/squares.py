def reaches(sprinkler, flower):
    dx = sprinkler[0] - flower[0]
    dy = sprinkler[1] - flower[1]
    return dx * dx + dy * dy <= sprinkler[2] ** 2


def dry_flowers(flowers, sprinklers):
    dry = 0
    for flower in flowers:
        if not any(reaches(sprinkler, flower) for sprinkler in sprinklers):
            dry += 1
    return dry
