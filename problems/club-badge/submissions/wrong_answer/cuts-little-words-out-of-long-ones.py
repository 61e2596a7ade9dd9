def club_badge(name):
    for little in ['of', 'and', 'the']:
        name = name.replace(little, '')
    badge = ''
    for word in name.split():
        badge += word[0].upper()
    return badge
