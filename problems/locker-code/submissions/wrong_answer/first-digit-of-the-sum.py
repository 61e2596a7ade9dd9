def locker_code(number):
    total = sum(int(digit) for digit in str(number))
    return int(str(total)[0])
