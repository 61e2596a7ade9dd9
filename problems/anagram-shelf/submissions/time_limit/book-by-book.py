def shelf_word(letters, number):
    word = sorted(letters)
    for _ in range(number - 1):
        # the next word in alphabetical order
        i = len(word) - 2
        while i >= 0 and word[i] >= word[i + 1]:
            i -= 1
        if i < 0:
            return None
        j = len(word) - 1
        while word[j] <= word[i]:
            j -= 1
        word[i], word[j] = word[j], word[i]
        word[i + 1:] = reversed(word[i + 1:])
    return "".join(word)
