def thirsty_plants(days):
    thirsty = []
    for plant, ago in days:
        if ago >= 7:
            thirsty.append(plant)
    return thirsty
