def spare(giver, taker):
    return len([sticker for sticker in set(giver) if giver.count(sticker) > 1 and sticker not in taker])

def swaps(mine, yours):
    return spare(mine, yours) + spare(yours, mine)
