def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

def average_sleep(nights):
    if len(nights) == 0:
        return '0:00'
    total = 0
    for asleep, awake in nights:
        total += 24 * 60 - minutes(asleep) + minutes(awake)
    average = total // len(nights)
    return f'{average // 60}:{average % 60:02d}'
