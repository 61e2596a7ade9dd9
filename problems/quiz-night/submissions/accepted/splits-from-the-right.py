n = int(input())
totals = {}
for _ in range(n):
    team, points = input().rsplit(' ', 1)
    totals[team] = totals.get(team, 0) + int(points)

for team, total in totals.items():
    print(f'{team}: {total}')
print('Winner:', max(totals, key=totals.get))
