from collections import Counter


def shortest_stretch(stalls, shopping):
    if not shopping:
        return 0
    need = Counter(shopping)
    missing = len(shopping)
    best = len(stalls) + 1
    left = 0
    row = stalls + stalls
    for right, letter in enumerate(row):
        if need[letter] > 0:
            missing -= 1
        need[letter] -= 1
        while missing == 0:
            best = min(best, right - left + 1)
            need[row[left]] += 1
            if need[row[left]] > 0:
                missing += 1
            left += 1
    return best if best <= len(stalls) else -1
