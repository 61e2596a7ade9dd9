n = int(input())
totals = {}
for _ in range(n):
    words = input().split(' ')
    team = ' '.join(words[:-1])
    totals[team] = totals.get(team, 0) + int(words[-1])
best = 0
winner = ''
for team, total in totals.items():
    print(f'{team}: {total}')
    if total > best:
        best = total
        winner = team
print('Winner:', winner)
