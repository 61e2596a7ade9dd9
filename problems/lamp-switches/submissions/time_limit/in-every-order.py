from itertools import permutations


def fewest_switches(lamps, switches):
    for presses in range(len(switches) + 1):
        for order in permutations(switches, presses):
            now = list(lamps)
            for switch in order:
                for lamp in switch:
                    now[lamp] = not now[lamp]
            if all(now):
                return presses
    return None
