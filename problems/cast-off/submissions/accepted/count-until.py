aboard = 0
line = input()
while line != 'cast off':
    aboard += 1
    line = input()
print(aboard)
