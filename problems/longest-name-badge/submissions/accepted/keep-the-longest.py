def longest_name_badge(names):
    longest = 0
    for name in names:
        if len(name) > longest:
            longest = len(name)
    return longest
