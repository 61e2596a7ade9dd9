import sys

sheet = {}
for line in sys.stdin.read().splitlines():
    name, _, *formula = line.split()
    sheet[name] = formula

known = {}


def value(name):
    if name not in sheet:
        return "missing"
    if name in known:
        return known[name]
    known[name] = "circle"    # until we know better
    total, sign, trouble = 0, 1, set()
    for part in sheet[name]:
        if part in ("+", "-"):
            sign = 1 if part == "+" else -1
        elif part.isdigit():
            total += sign * int(part)
        else:
            other = value(part)
            if isinstance(other, str):
                trouble.add(other)
            else:
                total += sign * other
    known[name] = "circle" if "circle" in trouble else "missing" if trouble else total
    return known[name]


for name in sorted(sheet, key=lambda name: (name[0], int(name[1:]))):
    print(f"{name}: {value(name)}")
