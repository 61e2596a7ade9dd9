import re
from itertools import product


def dice_range(formula):
    dice = []

    def die(match):
        first = len(dice)
        dice.extend([range(1, int(match[2]) + 1)] * int(match[1] or 1))
        return "(" + "+".join(f"t[{i}]" for i in range(first, len(dice))) + ")"

    total = eval("lambda t: " + re.sub(r"(\d*)d(\d+)", die, formula.strip()))
    lowest = highest = None
    for throws in product(*dice):
        value = total(throws)
        lowest = value if lowest is None else min(lowest, value)
        highest = value if highest is None else max(highest, value)
    return [lowest, highest]
