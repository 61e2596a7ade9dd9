def campfire_tonight(dry, wind):
    if dry:
        return False
    if wind > 20:
        return False
    return True
