stop = input()
zones = input()
price = zones + 2
print(stop + ': ' + str(price))
