def shortest_stretch(stalls, shopping):
    if not shopping:
        return 0
    wanted = set(shopping)
    last = {}
    best = len(stalls) + 1
    for place, letter in enumerate(stalls + stalls):
        if letter in wanted:
            last[letter] = place
            if len(last) == len(wanted):
                best = min(best, place - min(last.values()) + 1)
    return best if best <= len(stalls) else -1
