def longest_name_badge(names):
    longest = ''
    for name in names:
        if len(name) > len(longest):
            longest = name
    return longest
