def badges(names):
    total = {}
    for name in names:
        total[name] = total.get(name, 0) + 1
    written = {}
    result = []
    for name in names:
        written[name] = written.get(name, 0) + 1
        if total[name] > 1:
            result.append(f'{name} {written[name]}')
        else:
            result.append(name)
    return result
