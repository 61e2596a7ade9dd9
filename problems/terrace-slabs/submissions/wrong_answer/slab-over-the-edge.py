from collections import Counter


def count_layouts(terrace):
    width = len(terrace[0])
    squares = "".join(terrace)
    ways = Counter({0: 1})
    for i, square in enumerate(squares):
        following = Counter()
        for covered, count in ways.items():
            if square == "#" or covered & 1:
                if not (square == "#" and covered & 1):
                    following[covered >> 1] += count
                continue
            # the last square of a row and the first of the next are not neighbours
            if i + 1 < len(squares) and not covered & 2 and squares[i + 1] == ".":
                following[(covered | 2) >> 1] += count
            if i + width < len(squares):
                following[(covered | 1 << width) >> 1] += count
        ways = following
    return ways[0]
