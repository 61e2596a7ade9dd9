def two_on_a_mug(one, two):
    return one[0] + '&' + two[0]
