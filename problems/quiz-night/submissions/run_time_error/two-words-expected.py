n = int(input())
totals = {}
for _ in range(n):
    team, points = input().split()
    totals[team] = totals.get(team, 0) + int(points)
for team in totals:
    print(f'{team}: {totals[team]}')
print('Winner:', max(totals, key=totals.get))
