money = int(input())
total = 0
last = 0
line = input()
while line != 'end':
    if line == 'undo':
        total -= last
        last = 0
    else:
        last = int(line.split()[1])
        total += last
    line = input()
print('Total', total)
if money >= total:
    print('Change', money - total)
else:
    print('Missing', total - money)
