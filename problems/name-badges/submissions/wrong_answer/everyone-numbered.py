def badges(names):
    written = {}
    result = []
    for name in names:
        written[name] = written.get(name, 0) + 1
        result.append(f'{name} {written[name]}')
    return result
