def badges(names):
    written = {}
    result = []
    for name in names:
        written[name] = written.get(name, 0) + 1
        if written[name] > 1:
            result.append(f'{name} {written[name]}')
        else:
            result.append(name)
    return result
