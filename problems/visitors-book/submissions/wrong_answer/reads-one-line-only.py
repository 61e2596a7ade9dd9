name = input()
print(name + ' was here, all the way from Quito.')
