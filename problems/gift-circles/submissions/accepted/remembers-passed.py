def circles(gives):
    sizes = []
    passed = set()
    for person in gives:
        size = 0
        while person not in passed:
            passed.add(person)
            person = gives[person]
            size += 1
        if size > 0:
            sizes.append(size)
    return sorted(sizes, reverse=True)
