name = input()
place = input()
print(f'{name} was here, all the way from {place}.')
