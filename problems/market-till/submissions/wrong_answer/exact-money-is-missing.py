money = int(input())
prices = []
line = input()
while line != 'end':
    if line == 'undo':
        prices = prices[:-1]
    else:
        prices.append(int(line.split()[1]))
    line = input()
print('Total', sum(prices))
if sum(prices) < money:
    print('Change', money - sum(prices))
else:
    print('Missing', sum(prices) - money)
