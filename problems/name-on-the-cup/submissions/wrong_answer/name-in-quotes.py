def name_on_the_cup(name):
    return 'Tea for ' + 'name' + '!'
