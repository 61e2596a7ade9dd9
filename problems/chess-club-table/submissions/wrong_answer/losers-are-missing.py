def table(games):
    points, wins = {}, {}
    for white, black, result in games:
        if result == 'white':
            points[white] = points.get(white, 0) + 2
            wins[white] = wins.get(white, 0) + 1
        elif result == 'black':
            points[black] = points.get(black, 0) + 2
            wins[black] = wins.get(black, 0) + 1
        else:
            points[white] = points.get(white, 0) + 1
            points[black] = points.get(black, 0) + 1
    order = sorted(points, key=lambda name: (-points[name], -wins.get(name, 0), name))
    return [(name, points[name]) for name in order]
