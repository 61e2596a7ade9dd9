money = int(input())
prices = []
line = input()
while line != 'end':
    if line == 'undo':
        if prices:
            prices.pop()
    else:
        name, price = line.split()
        prices.append(int(price))
    line = input()

total = sum(prices)
print('Total', total)
if total <= money:
    print('Change', money - total)
else:
    print('Missing', total - money)
