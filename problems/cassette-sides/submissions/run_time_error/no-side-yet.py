def fill_sides(songs, side):
    sides = []
    for song in songs:
        if sum(sides[-1]) + song <= side:
            sides[-1].append(song)
        else:
            sides.append([song])
    return sides
