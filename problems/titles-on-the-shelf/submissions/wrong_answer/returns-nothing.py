def shelve(titles):
    return titles.sort(key=lambda title: title.lower().removeprefix('the ').removeprefix('a ').removeprefix('an '))
