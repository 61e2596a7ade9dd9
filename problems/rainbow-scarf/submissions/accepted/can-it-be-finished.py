from collections import Counter


def first_scarf(wool):
    left = Counter(wool)

    def can_finish():
        most = max(left.values(), default=0)
        return most <= (left.total() + 1) // 2

    if not can_finish():
        return None
    scarf = ""
    while len(scarf) < len(wool):
        for colour in sorted(left):
            if left[colour] and not scarf.endswith(colour):
                left[colour] -= 1
                if can_finish():
                    scarf += colour
                    break
                left[colour] += 1
    return scarf
