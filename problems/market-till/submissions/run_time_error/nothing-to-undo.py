money = int(input())
prices = []
line = input()
while line != 'end':
    if line == 'undo':
        prices.pop()
    else:
        prices.append(int(line.split()[1]))
    line = input()
print('Total', sum(prices))
if money >= sum(prices):
    print('Change', money - sum(prices))
else:
    print('Missing', sum(prices) - money)
