def monogram(first, last):
    letters = letters.upper()
    letters = first[0] + last[0]
    return '~' + letters + '~'
