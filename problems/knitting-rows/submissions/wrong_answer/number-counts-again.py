def knit_row(pattern):
    row = ''
    count = 1
    digits = ''
    for character in pattern:
        if character.isdigit():
            digits += character
            count = int(digits)
        else:
            row += character * count
            digits = ''
    return row
