def table(games):
    points, wins = {}, {}
    for white, black, result in games:
        for name in (white, black):
            points.setdefault(name, 0)
            wins.setdefault(name, 0)
        if result == 'draw':
            points[white] += 1
            points[black] += 1
        else:
            winner = white if result == 'white' else black
            points[winner] += 2
            wins[winner] += 1
    names = sorted(points, key=lambda name: (-points[name], -wins[name], name))
    return [[name, points[name]] for name in names]
