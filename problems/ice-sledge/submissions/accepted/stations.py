from collections import deque


def fewest_pushes(lake):
    def at(r, c):
        return lake[r][c] if 0 <= r < len(lake) and 0 <= c < len(lake[0]) else "#"

    def push(r, c, dr, dc):
        while at(r + dr, c + dc) != "#":
            r, c = r + dr, c + dc
            if at(r, c) == "+":
                break
        return r, c

    start = next((r, row.index("S")) for r, row in enumerate(lake) if "S" in row)
    pushes = {start: 0}
    queue = deque([start])
    while queue:
        r, c = queue.popleft()
        if at(r, c) == "C":
            return pushes[r, c]
        for dr, dc in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            rest = push(r, c, dr, dc)
            if rest not in pushes:
                pushes[rest] = pushes[r, c] + 1
                queue.append(rest)
    return None
