def campfire_tonight(dry, wind):
    if dry or wind > 20:
        return False
