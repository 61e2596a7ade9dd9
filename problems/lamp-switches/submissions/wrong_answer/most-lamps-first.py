def fewest_switches(lamps, switches):
    lamps = list(lamps)
    left = [set(switch) for switch in switches]
    presses = 0
    while not all(lamps):
        best = max(left, key=lambda s: sum(1 if not lamps[i] else -1 for i in s), default=None)
        if best is None:
            return None
        left.remove(best)
        for i in best:
            lamps[i] = not lamps[i]
        presses += 1
    return presses
