def shelf_key(title):
    key = title.lower()
    for article in ('the', 'an', 'a'):
        if key.startswith(article):
            return key[len(article):].strip()
    return key

def shelve(titles):
    return sorted(titles, key=shelf_key)
