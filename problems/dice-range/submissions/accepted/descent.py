import re


def dice_range(formula):
    tokens = re.findall(r"\d*d\d+|\d+|[-+*()]", formula)
    at = 0

    def accept(*wanted):
        nonlocal at
        if at < len(tokens) and tokens[at] in wanted:
            at += 1
            return tokens[at - 1]

    def total():
        low, high = product()
        while sign := accept("+", "-"):
            a, b = product()
            low, high = (low + a, high + b) if sign == "+" else (low - b, high - a)
        return low, high

    def product():
        low, high = part()
        while accept("*"):
            a, b = part()
            corners = [low * a, low * b, high * a, high * b]
            low, high = min(corners), max(corners)
        return low, high

    def part():
        nonlocal at
        if accept("("):
            inside = total()
            accept(")")
            return inside
        count, d, sides = tokens[at].partition("d")
        at += 1
        if not d:
            return int(count), int(count)
        return int(count or 1), int(count or 1) * int(sides)

    return list(total())
