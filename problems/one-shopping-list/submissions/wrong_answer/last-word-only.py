def merge(lines):
    wanted = {}
    for line in lines:
        words = line.lower().split()
        count = int(words[0]) if words[0].isdigit() else 1
        thing = words[-1]
        wanted[thing] = wanted.get(thing, 0) + count
    return wanted
