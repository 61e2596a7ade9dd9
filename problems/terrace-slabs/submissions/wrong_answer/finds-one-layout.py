from functools import cache


def count_layouts(terrace):
    height, width = len(terrace), len(terrace[0])

    @cache
    def possible(i, covered):
        if i == height * width:
            return 1
        row, column = divmod(i, width)
        if terrace[row][column] == "#" or covered & 1:
            return possible(i + 1, covered >> 1)
        if column + 1 < width and terrace[row][column + 1] == "." and not covered & 2:
            if possible(i + 1, (covered | 2) >> 1):
                return 1
        if row + 1 < height and terrace[row + 1][column] == ".":
            return possible(i + 1, (covered | 1 << width) >> 1)
        return 0

    return possible(0, 0)
