def club_badge(name):
    badge = ''
    for word in name.split():
        if word not in ['of', 'and', 'the']:
            badge += word[0].upper()
    return badge
