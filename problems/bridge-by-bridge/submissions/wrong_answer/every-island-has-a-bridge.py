def bridges_until_joined(islands, bridges):
    if islands == 1:
        return 0
    touched = set()
    for built, (a, b) in enumerate(bridges, start=1):
        if a != b:
            touched.update((a, b))
        if len(touched) == islands:
            return built
    return None
