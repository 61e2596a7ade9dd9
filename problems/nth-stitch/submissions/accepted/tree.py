import re


def stitch_at(pattern, number):
    open_groups = [[]]                     # lists of [content, length of one round, rounds]
    for token in re.findall(r"[a-z()]|\d+", pattern):
        if token == "(":
            open_groups.append([])
        elif token == ")":
            group = open_groups.pop()
            open_groups[-1].append([group, sum(size * times for _, size, times in group), 1])
        elif token.isdigit():
            open_groups[-1][-1][2] = int(token)
        else:
            open_groups[-1].append([token, 1, 1])

    place = number - 1
    content = open_groups[0]
    while not isinstance(content, str):
        for inner, size, times in content:
            if place < size * times:
                content = inner
                place %= size
                break
            place -= size * times
        else:
            return None
    return content
