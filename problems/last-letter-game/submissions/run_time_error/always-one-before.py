def good_words(words):
    said = [words[0].lower()]
    for word in words[1:]:
        word = word.lower()
        if word in said or word[0] != said[-1][-1]:
            break
        said.append(word)
    return len(said)
