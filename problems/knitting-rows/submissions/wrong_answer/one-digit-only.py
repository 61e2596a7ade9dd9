def knit_row(pattern):
    row = ''
    count = 1
    for character in pattern:
        if character.isdigit():
            count = int(character)
        else:
            row += character * count
            count = 1
    return row
