from functools import cache


def count_calm(low, high):
    def up_to(n):
        digits = [int(digit) for digit in str(n)]

        @cache
        def count(place, before, tight, started):
            if place == len(digits):
                return 1
            total = 0
            for digit in range(digits[place] + 1 if tight else 10):
                if not started or abs(digit - before) <= 2:
                    total += count(place + 1, digit, tight and digit == digits[place], started or digit > 0)
            return total

        return count(0, 0, True, False)

    # low itself is subtracted, too
    return up_to(high) - up_to(low)
