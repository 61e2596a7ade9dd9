def fewest_photos(stays):
    photos = []
    for arrives, leaves in sorted(stays):
        minute = leaves
        while sum(arrives <= photo <= leaves for photo in photos) < 2:
            if minute not in photos:
                photos.append(minute)
            minute -= 1
    return len(photos)
