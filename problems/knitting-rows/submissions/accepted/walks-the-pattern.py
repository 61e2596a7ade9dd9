def knit_row(pattern):
    row = ''
    digits = ''
    for character in pattern:
        if character.isdigit():
            digits += character
        else:
            row += character * int(digits or '1')
            digits = ''
    return row
