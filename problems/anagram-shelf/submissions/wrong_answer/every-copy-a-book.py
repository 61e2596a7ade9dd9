from math import factorial


def shelf_word(letters, number):
    left = sorted(letters)
    if number > factorial(len(left)):
        return None
    place = number - 1
    word = ""
    while left:
        index, place = divmod(place, factorial(len(left) - 1))
        word += left.pop(index)
    return word
