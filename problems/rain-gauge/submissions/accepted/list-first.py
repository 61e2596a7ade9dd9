rain = [int(input()) for _ in range(int(input()))]
print(sum(rain))
print(len([mm for mm in rain if mm > 0]))
