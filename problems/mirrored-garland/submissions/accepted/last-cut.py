def fewest_garlands(beads):
    fewest = [0] + [None] * len(beads)
    for n in range(2, len(beads) + 1):
        for i in range(n - 1):
            piece = beads[i:n]
            if fewest[i] is not None and piece == piece[::-1]:
                if fewest[n] is None or fewest[i] + 1 < fewest[n]:
                    fewest[n] = fewest[i] + 1
    return fewest[len(beads)]
