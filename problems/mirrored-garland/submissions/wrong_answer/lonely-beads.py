def fewest_garlands(beads):
    fewest = [0]
    for n in range(1, len(beads) + 1):
        fewest.append(
            min(fewest[i] + 1 for i in range(n) if beads[i:n] == beads[i:n][::-1])
        )
    return fewest[-1]
