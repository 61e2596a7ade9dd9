def fewest_garlands(beads):
    count = 0
    while beads:
        for length in range(len(beads), 1, -1):
            piece = beads[:length]
            if piece == piece[::-1]:
                beads = beads[length:]
                count += 1
                break
        else:
            return None
    return count
