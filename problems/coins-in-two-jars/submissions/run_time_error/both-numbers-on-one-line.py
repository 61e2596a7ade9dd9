mine, hers = map(int, input().split())
print(mine + hers)
