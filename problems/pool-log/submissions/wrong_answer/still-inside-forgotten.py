def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

closing = minutes(input())
since = {}
total = {}
line = input()
while line != 'end':
    time, way, name = line.split()
    if way == 'in':
        since[name] = minutes(time)
    else:
        total[name] = total.get(name, 0) + minutes(time) - since[name]
    line = input()
for name in sorted(total, key=lambda name: (-total[name], name)):
    print(name, total[name])
if not total:
    print('nobody')
