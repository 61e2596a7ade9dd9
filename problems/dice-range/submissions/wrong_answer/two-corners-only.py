import re


def dice_range(formula):
    class Range:
        def __init__(self, low, high):
            self.low, self.high = low, high

        def __add__(self, other):
            return Range(self.low + other.low, self.high + other.high)

        def __sub__(self, other):
            return Range(self.low - other.high, self.high - other.low)

        def __mul__(self, other):
            return Range(self.low * other.low, self.high * other.high)

    def make(match):
        count, d, sides = match[0].partition("d")
        low = int(count or 1)
        return f"Range({low}, {low * int(sides or 1)})"

    result = eval(re.sub(r"\d*d\d+|\d+", make, formula), {"Range": Range})
    return [result.low, result.high]
