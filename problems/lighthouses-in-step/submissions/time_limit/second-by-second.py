def first_together(lights):
    t = max(first for first, period in lights)
    for _ in range(10**12):
        if all((t - first) % period == 0 for first, period in lights):
            return t
        t += 1
    return None
