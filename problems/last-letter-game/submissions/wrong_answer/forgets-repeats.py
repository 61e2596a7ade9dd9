def good_words(words):
    for i in range(1, len(words)):
        if words[i].lower()[0] != words[i - 1].lower()[-1]:
            return i
    return len(words)
