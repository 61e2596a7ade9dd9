def longest_name_badge(names):
    return max((len(name) for name in names), default=0)
