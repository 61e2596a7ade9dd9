def good_words(words):
    said = []
    for word in words:
        word = word.lower()
        if word in said:
            break
        if said and said[-1][-1] != word[0]:
            break
        said.append(word)
    return len(said)
