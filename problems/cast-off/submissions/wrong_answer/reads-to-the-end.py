import sys

lines = sys.stdin.read().splitlines()
print(len(lines) - 1)
