def creases(folds, first, count):
    strip = ""
    for number in range(first, first + count + 1):
        while number % 2 == 0:
            number //= 2
        strip += "v^"[number // 2 % 2]
    return strip
