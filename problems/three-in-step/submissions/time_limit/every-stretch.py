def longest_fair_stretch(turns):
    best = [0, 0]
    for start in range(len(turns)):
        a = b = c = 0
        for end in range(start, len(turns)):
            if turns[end] == "A":
                a += 1
            elif turns[end] == "B":
                b += 1
            elif turns[end] == "C":
                c += 1
            if a == b == c and end - start + 1 > best[1]:
                best = [start, end - start + 1]
    return best
