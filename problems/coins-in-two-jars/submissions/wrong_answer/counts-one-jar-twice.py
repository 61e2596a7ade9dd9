mine = int(input())
print(mine + mine)
