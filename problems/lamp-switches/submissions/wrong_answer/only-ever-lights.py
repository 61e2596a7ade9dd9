from itertools import combinations


def fewest_switches(lamps, switches):
    # forgets that pressing a switch also puts lamps out
    dark = {i for i, shines in enumerate(lamps) if not shines}
    for size in range(len(switches) + 1):
        for pressed in combinations(switches, size):
            if dark <= {lamp for switch in pressed for lamp in switch}:
                return size
    return None
