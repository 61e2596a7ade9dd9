def lay_dominoes(dominoes):
    line = [list(dominoes[0])]
    for left, right in dominoes[1:]:
        if left == line[-1][1]:
            line.append([left, right])
        elif right == line[-1][1]:
            line.append([right, left])
    return line
