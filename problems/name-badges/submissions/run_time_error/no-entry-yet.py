def badges(names):
    written = {}
    result = []
    for name in names:
        written[name] += 1
        if names.count(name) > 1:
            result.append(f'{name} {written[name]}')
        else:
            result.append(name)
    return result
