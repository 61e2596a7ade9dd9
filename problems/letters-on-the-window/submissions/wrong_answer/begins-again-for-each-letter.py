def to_stick(sign):
    stuck = ''
    for letter in sign:
        stuck = ''
        if letter != ' ':
            stuck = letter + stuck
    return stuck
