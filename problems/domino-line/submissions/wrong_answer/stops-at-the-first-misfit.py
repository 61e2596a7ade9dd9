def lay_dominoes(dominoes):
    line = []
    for left, right in dominoes:
        if not line or left == line[-1][1]:
            line.append([left, right])
        elif right == line[-1][1]:
            line.append([right, left])
        else:
            break
    return line
