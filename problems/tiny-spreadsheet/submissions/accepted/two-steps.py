import sys
from functools import cache

sheet = {}
for line in sys.stdin.read().splitlines():
    name, _, *formula = line.split()
    sheet[name] = formula


def cells(name):
    return [part for part in sheet.get(name, []) if part[0].isalpha()]


def reach(name):
    found = set()
    to_visit = cells(name)
    while to_visit:
        cell = to_visit.pop()
        if cell not in found:
            found.add(cell)
            to_visit += cells(cell)
    return found


@cache
def value(name):
    total, sign = 0, 1
    for part in sheet[name]:
        if part in "+-":
            sign = 1 if part == "+" else -1
        else:
            total += sign * (value(part) if part in sheet else int(part))
    return total


reached = {name: reach(name) for name in sheet}
circles = {name for name in sheet if name in reached[name]}
for name in sorted(sheet, key=lambda name: (name[0], int(name[1:]))):
    if name in circles:
        print(f"{name}: circle")
    elif reached[name] - sheet.keys():
        print(f"{name}: missing")
    elif reached[name] & circles:
        print(f"{name}: stuck")
    else:
        print(f"{name}: {value(name)}")
