import sys
from functools import cache

sheet = {}
for line in sys.stdin.read().splitlines():
    name, formula = line.split(" = ")
    sheet[name] = formula.split()


@cache
def value(name):
    if name.isdigit():
        return int(name)
    first, *rest = sheet[name]
    total = value(first)
    for sign, part in zip(rest[::2], rest[1::2]):
        total += value(part) if sign == "+" else -value(part)
    return total


for name in sorted(sheet, key=lambda name: (name[0], int(name[1:]))):
    print(f"{name}: {value(name)}")
