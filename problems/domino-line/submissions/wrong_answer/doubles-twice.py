def lay_dominoes(dominoes):
    line = []
    for left, right in dominoes:
        if not line:
            line.append([left, right])
            continue
        end = line[-1][1]
        if left == end:
            line.append([left, right])
        if right == end:
            line.append([right, left])
    return line
