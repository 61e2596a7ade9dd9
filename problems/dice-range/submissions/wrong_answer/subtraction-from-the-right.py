import re


def dice_range(formula):
    tokens = re.findall(r"\d*d\d+|\d+|[-+*()]", formula)

    def total():
        low, high = product()
        if tokens and tokens[0] in "+-":
            sign = tokens.pop(0)
            a, b = total()
            return (low + a, high + b) if sign == "+" else (low - b, high - a)
        return low, high

    def product():
        low, high = part()
        if tokens and tokens[0] == "*":
            tokens.pop(0)
            a, b = product()
            corners = [low * a, low * b, high * a, high * b]
            return min(corners), max(corners)
        return low, high

    def part():
        token = tokens.pop(0)
        if token == "(":
            inside = total()
            tokens.pop(0)
            return inside
        count, d, sides = token.partition("d")
        return int(count or 1), int(count or 1) * int(sides or 1)

    return list(total())
