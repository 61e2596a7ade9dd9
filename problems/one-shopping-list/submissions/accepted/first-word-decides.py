def merge(lines):
    wanted = {}
    for line in lines:
        thing = line.strip().lower()
        count = 1
        first, _, rest = thing.partition(' ')
        if first.isdigit():
            count, thing = int(first), rest
        wanted[thing] = wanted.get(thing, 0) + count
    return wanted
