def merge(lines):
    wanted = {}
    for line in lines:
        count, thing = line.strip().lower().split(' ', 1)
        wanted[thing] = wanted.get(thing, 0) + int(count)
    return wanted
