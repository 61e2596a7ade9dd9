from collections import deque


def fewest_pushes(lake):
    def at(r, c):
        return lake[r][c] if 0 <= r < len(lake) and 0 <= c < len(lake[0]) else "#"

    start = next((r, row.index("S")) for r, row in enumerate(lake) if "S" in row)
    pushes = {start: 0}
    queue = deque([start])
    while queue:
        r, c = queue.popleft()
        if at(r, c) == "C":
            return pushes[r, c]
        for dr, dc in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            y, x = r, c
            while at(y + dr, x + dc) not in "#+":
                y, x = y + dr, x + dc
            if (y, x) not in pushes:
                pushes[y, x] = pushes[r, c] + 1
                queue.append((y, x))
    return None
