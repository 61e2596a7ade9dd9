width = int(input())
dishes = []
line = input()
while line != 'end':
    name, cents = line.split(';')
    dishes.append((int(cents), name))
    line = input()
for cents, name in sorted(dishes):
    price = f'{cents / 100:.2f}'
    name = name[:width - len(price) - 5]
    print(name, '.' * (width - len(name) - len(price) - 2), price)
