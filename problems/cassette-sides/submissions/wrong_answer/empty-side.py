def fill_sides(songs, side):
    sides = []
    current = []
    for song in songs:
        if sum(current) + song <= side:
            current.append(song)
        else:
            sides.append(current)
            current = [song]
    sides.append(current)
    return sides
