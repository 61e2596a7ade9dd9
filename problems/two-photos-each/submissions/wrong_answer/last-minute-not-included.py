def fewest_photos(stays):
    photos = []
    for arrives, leaves in sorted(stays, key=lambda stay: stay[1]):
        seen = sum(minute > arrives for minute in photos[-2:])
        if seen == 0:
            photos += [leaves - 1, leaves]
        elif seen == 1:
            photos.append(leaves)
    return len(photos)
