def longest_fair_stretch(turns):
    a = b = c = 0
    first = {}
    best = [0, 0]
    for position, sign in enumerate(turns):
        a += sign == "A"
        b += sign == "B"
        c += sign == "C"
        key = (b - a, c - a)
        if key in first:
            if position - first[key] > best[1]:
                best = [first[key] + 1, position - first[key]]
        else:
            first[key] = position
    return best
