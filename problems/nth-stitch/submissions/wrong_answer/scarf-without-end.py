import re


def stitch_at(pattern, number):
    stack = [[]]
    for token in re.findall(r"[a-z()]|\d+", pattern):
        if token == "(":
            stack.append([])
        elif token == ")":
            group = stack.pop()
            stack[-1].append([group, sum(s * t for _, s, t in group), 1])
        elif token.isdigit():
            stack[-1][-1][2] = int(token)
        else:
            stack[-1].append([token, 1, 1])

    def find(items, place):
        # starts again from the beginning when the items are used up, on the outermost level too
        place %= sum(s * t for _, s, t in items)
        for inner, size, times in items:
            if place < size * times:
                return inner if isinstance(inner, str) else find(inner, place)
            place -= size * times

    return find(stack[0], number - 1) if pattern else None
