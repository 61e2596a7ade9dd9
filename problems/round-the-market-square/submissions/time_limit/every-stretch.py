def shortest_stretch(stalls, shopping):
    if not shopping:
        return 0
    row = stalls + stalls
    best = -1
    for start in range(len(stalls)):
        for end in range(start + 1, start + len(stalls) + 1):
            stretch = row[start:end]
            if all(stretch.count(thing) >= shopping.count(thing) for thing in shopping):
                if best == -1 or end - start < best:
                    best = end - start
                break
    return best
