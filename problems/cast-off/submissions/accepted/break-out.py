aboard = 0
while True:
    if input() == 'cast off':
        break
    aboard += 1
print(aboard)
