width = int(input())
dishes = []
line = input()
while line != 'end':
    name, cents = line.split(';')
    dishes.append((name, int(cents)))
    line = input()

for name, cents in sorted(dishes, key=lambda dish: dish[1]):
    price = f'{cents // 100}.{cents % 100:02}'
    name = name[:width - len(price) - 5]
    dots = '.' * (width - len(name) - len(price) - 2)
    print(name, dots, price)
