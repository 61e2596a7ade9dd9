def circles(gives):
    sizes = set()
    for person in gives:
        size = 1
        other = gives[person]
        while other != person:
            other = gives[other]
            size += 1
        sizes.add(size)
    return sorted(sizes, reverse=True)
