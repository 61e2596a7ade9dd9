def echo_in_the_valley(word, times):
    return word + '! ' + (word + ' ') * times
