from collections import Counter


def first_scarf(wool):
    left = Counter(wool)

    def can_finish(last):
        return all(count <= left.total() // 2 for count in left.values())

    scarf = ""
    while len(scarf) < len(wool):
        for colour in sorted(left):
            if left[colour] and not scarf.endswith(colour):
                left[colour] -= 1
                if left.total() < 2 or can_finish(colour):
                    scarf += colour
                    break
                left[colour] += 1
        else:
            return None
    return scarf
