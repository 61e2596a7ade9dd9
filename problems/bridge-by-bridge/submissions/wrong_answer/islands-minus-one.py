def bridges_until_joined(islands, bridges):
    return islands - 1 if len(bridges) >= islands - 1 else None
