def name_on_the_cup(name):
    return f'Tea for {name.title()}!'
