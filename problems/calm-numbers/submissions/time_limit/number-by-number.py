def count_calm(low, high):
    count = 0
    for number in range(low, high + 1):
        digits = str(number)
        if all(abs(int(a) - int(b)) <= 2 for a, b in zip(digits, digits[1:])):
            count += 1
    return count
