days = int(input())
total = 0
rainy = 0
for _ in range(days):
    rain = int(input())
    total += rain
    if rain > 0:
        rainy += 1
print(total)
print(rainy)
