mine = int(input())
hers = int(input())
print(mine + hers)
