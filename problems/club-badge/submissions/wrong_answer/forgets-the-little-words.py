def club_badge(name):
    badge = ''
    for word in name.split():
        badge += word[0].upper()
    return badge
