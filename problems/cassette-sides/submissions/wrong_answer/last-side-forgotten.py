def fill_sides(songs, side):
    sides = []
    current = []
    for song in songs:
        if sum(current) + song > side:
            sides.append(current)
            current = []
        current.append(song)
    return sides
