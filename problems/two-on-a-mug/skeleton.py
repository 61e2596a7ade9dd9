def two_on_a_mug(one, two):
    return '&'  # change this line
