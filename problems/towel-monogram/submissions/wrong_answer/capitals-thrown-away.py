def monogram(first, last):
    letters = first[0] + last[0]
    letters.upper()
    return '~' + letters + '~'
