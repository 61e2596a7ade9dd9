from collections import Counter


def first_scarf(wool):
    left = Counter(wool)
    scarf = ""
    while len(scarf) < len(wool):
        for colour in sorted(left):
            if left[colour] and not scarf.endswith(colour):
                scarf += colour
                left[colour] -= 1
                break
        else:
            return None
    return scarf
