def fewest_pushes(lake):
    height, width = len(lake), len(lake[0])
    best = None

    def push(r, c, dr, dc):
        while 0 <= r + dr < height and 0 <= c + dc < width and lake[r + dr][c + dc] != "#":
            r, c = r + dr, c + dc
            if lake[r][c] == "+":
                break
        return r, c

    def travel(r, c, path):
        nonlocal best
        if lake[r][c] == "C":
            if best is None or len(path) < best:
                best = len(path)
            return
        for dr, dc in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            rest = push(r, c, dr, dc)
            if rest != (r, c) and rest not in path:
                travel(*rest, path + [(r, c)])

    for r, row in enumerate(lake):
        if "S" in row:
            travel(r, row.index("S"), [])
    return best
