import re


def dice_range(formula):
    def lowest(match):
        return match[1] or "1"

    def highest(match):
        return str(int(match[1] or 1) * int(match[2]))

    dice = r"(\d*)d(\d+)"
    return [eval(re.sub(dice, lowest, formula)), eval(re.sub(dice, highest, formula))]
