def minutes(time):
    hours, rest = time.split(':')
    return int(hours) * 60 + int(rest)


def average_sleep(nights):
    if not nights:
        return '0:00'
    total = 0
    for asleep, awake in nights:
        total += (minutes(awake) - minutes(asleep)) % 1440
    average = total // len(nights)
    return f'{average // 60}:{average % 60:02}'
