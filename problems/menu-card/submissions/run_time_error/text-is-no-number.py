width = int(input())
dishes = []
line = input()
while line != 'end':
    dishes.append(line.split(';'))
    line = input()
for name, cents in sorted(dishes, key=lambda dish: int(dish[1])):
    price = f'{cents // 100}.{cents % 100:02}'
    name = name[:width - len(price) - 5]
    print(name, '.' * (width - len(name) - len(price) - 2), price)
