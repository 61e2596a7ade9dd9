def spare(giver, taker):
    good = 0
    for sticker in giver:
        if giver.count(sticker) > 1 and sticker not in taker:
            good += 1
    return good

def swaps(mine, yours):
    return min(spare(mine, yours), spare(yours, mine))
