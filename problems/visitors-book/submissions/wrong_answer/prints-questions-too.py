name = input('Your name? ')
place = input('Where are you from? ')
print(name + ' was here, all the way from ' + place + '.')
