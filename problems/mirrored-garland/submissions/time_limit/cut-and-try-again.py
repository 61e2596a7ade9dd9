def fewest_garlands(beads):
    if not beads:
        return 0
    best = None
    for length in range(2, len(beads) + 1):
        piece = beads[:length]
        if piece == piece[::-1]:
            rest = fewest_garlands(beads[length:])
            if rest is not None and (best is None or rest + 1 < best):
                best = rest + 1
    return best
