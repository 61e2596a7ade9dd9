def circles(gives):
    sizes = []
    passed = set()
    for first in gives:
        if first in passed:
            continue
        size = 0
        person = first
        while person not in passed:
            passed.add(person)
            person = gives[person]
            size += 1
        sizes.append(size)
    return sorted(sizes)
