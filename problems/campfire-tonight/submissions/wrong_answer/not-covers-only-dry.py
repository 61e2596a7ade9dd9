def campfire_tonight(dry, wind):
    return not dry or wind <= 20
