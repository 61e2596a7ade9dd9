def word_chain(words):
    for i in range(1, len(words)):
        if words[i - 1][-1] == words[i][0]:
            return True
        else:
            return False
    return True
