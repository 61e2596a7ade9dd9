from collections import deque


def fewest_pushes(lake):
    height, width = len(lake), len(lake[0])
    start = next((r, row.index("S")) for r, row in enumerate(lake) if "S" in row)
    pushes = {start: 0}
    queue = deque([start])
    while queue:
        r, c = queue.popleft()
        if lake[r][c] == "C":
            return pushes[r, c]
        for y, x in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
            if 0 <= y < height and 0 <= x < width and lake[y][x] != "#" and (y, x) not in pushes:
                pushes[y, x] = pushes[r, c] + 1
                queue.append((y, x))
    return None
