def fewest_photos(stays):
    photos = []
    for arrives, leaves in sorted(stays, key=lambda stay: stay[1]):
        seen = sum(minute >= arrives for minute in photos[-2:])
        if seen == 0:
            photos += [leaves - 1, leaves]
        elif seen == 1:
            if photos[-1] == leaves:
                photos.insert(-1, leaves - 1)
            else:
                photos.append(leaves)
    return len(photos)
