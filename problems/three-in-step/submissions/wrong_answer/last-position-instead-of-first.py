def longest_fair_stretch(turns):
    a = b = c = 0
    seen = {(0, 0): 0}
    best = [0, 0]
    for end, sign in enumerate(turns, start=1):
        a += sign == "A"
        b += sign == "B"
        c += sign == "C"
        key = (b - a, c - a)
        if key in seen and end - seen[key] > best[1]:
            best = [seen[key], end - seen[key]]
        seen[key] = end
    return best
