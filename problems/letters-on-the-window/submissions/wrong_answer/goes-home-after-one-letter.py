def to_stick(sign):
    stuck = ''
    for letter in sign:
        if letter != ' ':
            stuck = letter + stuck
        return stuck
