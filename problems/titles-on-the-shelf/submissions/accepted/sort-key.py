def shelf_key(title):
    key = title.lower()
    for article in ('the ', 'a ', 'an '):
        if key.startswith(article):
            return key[len(article):]
    return key


def shelve(titles):
    return sorted(titles, key=shelf_key)
