def lay_dominoes(dominoes):
    line = []
    for left, right in dominoes:
        if not line or left == line[-1][1]:
            line.append([left, right])
    return line
