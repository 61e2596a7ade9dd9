def shelf_key(title):
    for article in ('The ', 'A ', 'An ', 'the ', 'a ', 'an '):
        if title.startswith(article):
            return title[len(article):]
    return title

def shelve(titles):
    return sorted(titles, key=shelf_key)
