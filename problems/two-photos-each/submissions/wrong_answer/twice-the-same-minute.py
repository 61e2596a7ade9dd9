def fewest_photos(stays):
    # the fewest minutes that meet every stay, two photos at each
    photos = 0
    last = -1
    for arrives, leaves in sorted(stays, key=lambda stay: stay[1]):
        if arrives > last:
            last = leaves
            photos += 2
    return photos
