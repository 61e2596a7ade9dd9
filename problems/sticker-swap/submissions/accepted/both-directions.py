def spare(giver, taker):
    count = {}
    for sticker in giver:
        count[sticker] = count.get(sticker, 0) + 1
    good = 0
    for sticker, times in count.items():
        if times >= 2 and sticker not in taker:
            good += 1
    return good


def swaps(mine, yours):
    return min(spare(mine, yours), spare(yours, mine))
