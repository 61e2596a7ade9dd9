def lightest_difference(grams):
    bags = [[0, 0], [0, 0]]
    room = (len(grams) + 1) // 2
    for weight in sorted(grams, reverse=True):
        bags.sort()
        bag = bags[0] if bags[0][1] < room else bags[1]
        bag[0] += weight
        bag[1] += 1
    return abs(bags[0][0] - bags[1][0])
