def two_on_a_mug(one, two):
    return f'{one[:1]}&{two[:1]}'
