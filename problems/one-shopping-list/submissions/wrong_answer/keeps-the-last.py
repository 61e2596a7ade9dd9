def merge(lines):
    wanted = {}
    for line in lines:
        words = line.lower().split()
        if words[0].isdigit():
            wanted[' '.join(words[1:])] = int(words[0])
        else:
            wanted[' '.join(words)] = 1
    return wanted
