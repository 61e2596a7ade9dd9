import re


def stitch_at(pattern, number):
    stack = [[]]
    for token in re.findall(r"[a-z()]|\d+", pattern):
        if token == "(":
            stack.append([])
        elif token == ")":
            group = stack.pop()
            stack[-1].append([group, 1])
        elif token.isdigit():
            stack[-1][-1][1] = int(token)
        else:
            stack[-1].append([token, 1])

    def knit(items):
        for inner, times in items:
            for _ in range(times):
                if isinstance(inner, str):
                    yield inner
                else:
                    yield from knit(inner)

    for count, stitch in enumerate(knit(stack[0]), start=1):
        if count == number:
            return stitch
    return None
