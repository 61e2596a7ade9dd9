def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

def average_sleep(nights):
    total = 0
    for asleep, awake in nights:
        total += (minutes(awake) - minutes(asleep)) % 1440
    hours, rest = divmod(total // len(nights), 60)
    return f'{hours}:{rest:02}'
