from math import gcd


def amount_for(amount, people, guests):
    above, below = 0, 1
    for part in amount.split():
        if '/' in part:
            top, bottom = part.split('/')
            above, below = above * int(bottom) + int(top), int(bottom)
        else:
            above = int(part)
    above, below = above * guests, below * people
    divisor = gcd(above, below)
    above, below = above // divisor, below // divisor
    whole, rest = above // below, above % below
    parts = []
    if whole > 0:
        parts.append(str(whole))
    if rest > 0:
        parts.append(f'{rest}/{below}')
    return ' '.join(parts)
