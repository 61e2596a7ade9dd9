def amount_for(amount, people, guests):
    above, below = 0, 1
    for part in amount.split():
        if '/' in part:
            top, bottom = part.split('/')
            above, below = above * int(bottom) + int(top), int(bottom)
        else:
            above = int(part)
    above, below = above * guests, below * people
    whole, rest = above // below, above % below
    if rest == 0:
        return str(whole)
    if whole == 0:
        return f'{rest}/{below}'
    return f'{whole} {rest}/{below}'
