def to_stick(sign):
    stuck = ''
    for letter in sign:
        if letter != ' ':
            stuck = stuck + letter
    return stuck
