from itertools import combinations


def fewest_switches(lamps, switches):
    state = sum(1 << i for i, shines in enumerate(lamps) if shines)
    masks = [sum(1 << lamp for lamp in switch) for switch in switches]
    for size in range(len(masks) + 1):
        for pressed in combinations(masks, size):
            rest = state
            for mask in pressed:
                rest ^= mask
            if rest == 0:
                return size
    return None
