def two_on_a_mug(one, two):
    first, second = sorted([one, two])
    return first[0] + '&' + second[0]
