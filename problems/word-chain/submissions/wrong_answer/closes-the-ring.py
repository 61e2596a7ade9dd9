def word_chain(words):
    for i in range(len(words)):
        if words[i - 1][-1] != words[i][0]:
            return False
    return True
