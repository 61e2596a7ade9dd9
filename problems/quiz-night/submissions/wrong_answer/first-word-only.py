n = int(input())
totals = {}
for _ in range(n):
    words = input().split()
    totals[words[0]] = totals.get(words[0], 0) + int(words[-1])
for team in totals:
    print(team + ':', totals[team])
print('Winner:', max(totals, key=totals.get))
