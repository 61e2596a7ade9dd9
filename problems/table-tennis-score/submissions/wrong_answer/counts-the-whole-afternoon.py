def final_score(points, target):
    return [points.count('A'), points.count('B')]
