from collections import Counter
from math import factorial


def shelf_word(letters, number):
    left = Counter(letters)

    def books():
        total = factorial(left.total())
        for count in left.values():
            total //= factorial(count)
        return total

    if number >= books():
        return None
    word = ""
    for _ in letters:
        for letter in sorted(left):
            if left[letter] == 0:
                continue
            left[letter] -= 1
            section = books()
            if number < section:
                word += letter
                break
            number -= section
            left[letter] += 1
    return word
