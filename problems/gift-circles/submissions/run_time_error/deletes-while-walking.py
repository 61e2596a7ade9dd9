def circles(gives):
    sizes = []
    for first in gives:
        size = 0
        person = first
        while person in gives:
            person = gives.pop(person)
            size += 1
        sizes.append(size)
    return sorted(sizes, reverse=True)
