def longest_name_badge(names):
    if not names:
        return 0
    return len(max(names))
