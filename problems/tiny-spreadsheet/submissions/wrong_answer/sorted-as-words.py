import sys

sheet = {}
for line in sys.stdin.read().splitlines():
    name, _, *formula = line.split()
    sheet[name] = formula


def reach(name):
    found, to_visit = set(), [name]
    while to_visit:
        for part in sheet.get(to_visit.pop(), []):
            if part[0].isalpha() and part not in found:
                found.add(part)
                to_visit.append(part)
    return found


known = {}


def value(name):
    if name not in known:
        total, sign = 0, 1
        for part in sheet[name]:
            if part in ("+", "-"):
                sign = 1 if part == "+" else -1
            else:
                total += sign * (value(part) if part in sheet else int(part))
        known[name] = total
    return known[name]


reached = {name: reach(name) for name in sheet}
for name in sorted(sheet):
    if name in reached[name]:
        print(f"{name}: circle")
    elif any(cell not in sheet for cell in reached[name]):
        print(f"{name}: missing")
    elif any(cell in reached[cell] for cell in reached[name]):
        print(f"{name}: stuck")
    else:
        print(f"{name}: {value(name)}")
