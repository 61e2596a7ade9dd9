def thirsty_plants(days):
    thirsty = []
    for plant, ago in days.items():
        if ago >= 7:
            thirsty.append(plant)
    return thirsty
