def final_score(points, target):
    amara = 0
    ben = 0
    for point in points:
        if point == 'A':
            amara += 1
        else:
            ben += 1
        if amara == target and ben == target:
            break
    return [amara, ben]
