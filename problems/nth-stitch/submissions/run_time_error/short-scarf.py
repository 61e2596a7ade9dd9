import re


def stitch_at(pattern, number):
    stack = [[]]
    for token in re.findall(r"[a-z()]|\d+", pattern):
        if token == "(":
            stack.append([])
        elif token == ")":
            group = stack.pop()
            stack[-1].append((group, sum(length for _, length in group)))
        elif token.isdigit():
            inner, length = stack[-1].pop()
            stack[-1].append((inner, length * int(token)))
        else:
            stack[-1].append((token, 1))

    def find(items, place):
        i = 0
        while place >= items[i][1]:
            place -= items[i][1]
            i += 1
        inner = items[i][0]
        return inner if isinstance(inner, str) else find(inner, place % sum(n for _, n in inner))

    return find(stack[0], number - 1)
