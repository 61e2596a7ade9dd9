height = int(input())
for stars in range(1, height):
    print('*' * stars)
for stars in range(height - 1, 0, -1):
    print('*' * stars)
