mine = int(input())
hers = int(input())
print('Together:', mine + hers)
