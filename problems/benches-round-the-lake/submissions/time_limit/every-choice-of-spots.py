from itertools import combinations


def widest_gap(shore, spots, benches):
    best = 0
    for chosen in combinations(sorted(spots), benches):
        gaps = [b - a for a, b in zip(chosen, chosen[1:])]
        gaps.append(chosen[0] + shore - chosen[-1])
        best = max(best, min(gaps))
    return best
