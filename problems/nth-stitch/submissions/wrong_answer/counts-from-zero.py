import re


def stitch_at(pattern, number):
    stack = [[]]
    for token in re.findall(r"[a-z()]|\d+", pattern):
        if token == "(":
            stack.append([])
        elif token == ")":
            group = stack.pop()
            stack[-1].append([group, sum(size * times for _, size, times in group), 1])
        elif token.isdigit():
            stack[-1][-1][2] = int(token)
        else:
            stack[-1].append([token, 1, 1])

    content, place = stack[0], number
    while not isinstance(content, str):
        for inner, size, times in content:
            if place < size * times:
                content, place = inner, place % size
                break
            place -= size * times
        else:
            return None
    return content
