def minutes(time):
    hours, rest = time.split(':')
    return int(hours) * 60 + int(rest)


closing = minutes(input())
since = {}
total = {}
line = input()
while line != 'end':
    time, way, name = line.split()
    if way == 'in':
        since[name] = minutes(time)
    else:
        total[name] = total.get(name, 0) + minutes(time) - since.pop(name)
    line = input()

for name, start in since.items():
    total[name] = total.get(name, 0) + closing - start

for name in sorted(total, key=lambda name: (-total[name], name)):
    print(name, total[name])
if not total:
    print('nobody')
