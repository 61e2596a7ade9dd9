def creases(folds, first, count):
    def crease(number):
        if number % 2 == 0:
            return crease(number // 2)
        return "v" if number % 4 == 1 else "^"

    return "".join(crease(number) for number in range(first, first + count))
