def thirsty_plants(days):
    return [plant for plant in days if days[plant] >= 7]
