name = input()
place = input()
print(name, 'was here, all the way from', place, '.')
