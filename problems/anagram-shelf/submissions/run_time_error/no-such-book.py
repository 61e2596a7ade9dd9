from collections import Counter
from math import factorial, prod


def shelf_word(letters, number):
    if not letters:
        return ""
    left = Counter(letters)
    for letter in sorted(left):
        rest = left - Counter(letter)
        section = factorial(len(letters) - 1) // prod(factorial(count) for count in rest.values())
        if number <= section:
            return letter + shelf_word("".join(rest.elements()), number)
        number -= section
    raise ValueError("the shelf is not that long")
