def campfire_tonight(dry, wind):
    return not dry and wind <= 20
