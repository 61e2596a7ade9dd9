from collections import Counter


def count_layouts(terrace):
    width = len(terrace[0])
    squares = "".join(terrace)
    ways = Counter({0: 1})
    for i, square in enumerate(squares):
        following = Counter()
        for covered, count in ways.items():
            if square == "#":
                if not covered & 1:
                    following[covered >> 1] += count
            elif covered & 1:
                following[covered >> 1] += count
            else:
                if (i + 1) % width and not covered & 2 and squares[i + 1] == ".":
                    following[(covered | 2) >> 1] += count
                if i + width < len(squares):
                    following[(covered | 1 << width) >> 1] += count
        ways = following
    return ways[0]
