def longest_fair_stretch(turns):
    a = b = c = 0
    first = {(0, 0): 0}
    best = [0, 0]
    for end, sign in enumerate(turns, start=1):
        a += sign == "A"
        b += sign == "B"
        c += sign == "C"
        start = first.setdefault((b - a, c - a), end)
        if end - start >= best[1] and end > start:
            best = [start, end - start]
    return best
