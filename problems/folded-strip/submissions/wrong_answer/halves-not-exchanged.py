def creases(folds, first, count):
    def crease(folds, number):
        middle = 2 ** (folds - 1)
        if number == middle:
            return "v"
        if number < middle:
            return crease(folds - 1, number)
        # reads the right half backwards, but forgets to exchange valleys and ridges
        return crease(folds - 1, 2 * middle - number)

    return "".join(crease(folds, number) for number in range(first, first + count))
