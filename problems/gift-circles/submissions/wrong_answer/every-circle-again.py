def circles(gives):
    sizes = []
    for person in gives:
        size = 1
        other = gives[person]
        while other != person:
            other = gives[other]
            size += 1
        sizes.append(size)
    return sorted(sizes, reverse=True)
