def echo_in_the_valley(word, times):
    heard = word + '!'
    for _ in range(times):
        heard += ' ' + word
    return heard
