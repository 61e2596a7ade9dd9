def good_words(words):
    said = []
    for word in words:
        word = word.lower()
        if word not in said and (not said or said[-1][-1] == word[0]):
            said.append(word)
    return len(said)
