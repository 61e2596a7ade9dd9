mine = input()
hers = input()
print(mine + hers)  # this glues two texts together
