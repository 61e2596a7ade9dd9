def creases(folds, first, count):
    def strip(folds, sign):
        # from left to right, without writing anything down
        if folds > 0:
            yield from strip(folds - 1, "v")
            yield sign
            yield from strip(folds - 1, "^")

    result = ""
    for number, sign in enumerate(strip(folds, "v"), start=1):
        if len(result) == count:
            break
        if number >= first:
            result += sign
    return result
