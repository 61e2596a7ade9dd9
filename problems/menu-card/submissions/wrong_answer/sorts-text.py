width = int(input())
dishes = []
line = input()
while line != 'end':
    dishes.append(line.split(';'))
    line = input()
dishes.sort(key=lambda dish: dish[1])
for name, cents in dishes:
    price = f'{int(cents) / 100:.2f}'
    name = name[:width - len(price) - 5]
    print(name, '.' * (width - len(name) - len(price) - 2), price)
