def fewest_buses(lines, start, goal):
    seen = {start}

    def search(stop):
        if stop == goal:
            return 0
        best = None
        for line in lines:
            if stop in line:
                for later in line[line.index(stop) + 1:]:
                    if later not in seen:
                        seen.add(later)
                        rest = search(later)
                        if rest is not None and (best is None or rest + 1 < best):
                            best = rest + 1
        return best

    return search(start)
