aboard = 0
line = ''
while line != 'cast off':
    line = input()
    aboard += 1
print(aboard)
