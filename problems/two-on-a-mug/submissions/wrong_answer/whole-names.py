def two_on_a_mug(one, two):
    return one + '&' + two
