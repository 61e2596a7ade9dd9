stop = input()
zones = int(input())
price = zones + 2
print(stop + ': ' + price)
