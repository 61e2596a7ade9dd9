def table(games):
    points = {}
    for white, black, result in games:
        points.setdefault(white, 0)
        points.setdefault(black, 0)
        if result == 'white':
            points[white] += 2
        elif result == 'black':
            points[black] += 2
        else:
            points[white] += 1
            points[black] += 1
    return sorted(points.items(), key=lambda pair: (-pair[1], pair[0]))
