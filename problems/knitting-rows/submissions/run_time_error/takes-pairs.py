def knit_row(pattern):
    row = ''
    for i in range(0, len(pattern), 2):
        row += pattern[i + 1] * int(pattern[i])
    return row
