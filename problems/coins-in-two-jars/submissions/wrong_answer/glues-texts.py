mine = input()
hers = input()
print(mine + hers)
