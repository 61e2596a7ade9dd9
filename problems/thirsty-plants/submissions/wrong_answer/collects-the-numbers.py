def thirsty_plants(days):
    return [ago for ago in days.values() if ago >= 7]
