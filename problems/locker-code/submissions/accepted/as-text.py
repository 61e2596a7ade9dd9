def locker_code(number):
    total = 0
    for digit in str(number):
        total += int(digit)
    return total % 10
