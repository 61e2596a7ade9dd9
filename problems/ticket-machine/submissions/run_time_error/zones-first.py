zones = int(input())
stop = input()
price = zones + 2
print(stop + ': ' + str(price))
