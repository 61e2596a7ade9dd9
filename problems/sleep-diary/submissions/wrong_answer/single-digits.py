def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

def average_sleep(nights):
    if len(nights) == 0:
        return '0:00'
    total = sum((minutes(awake) - minutes(asleep)) % 1440 for asleep, awake in nights)
    average = total // len(nights)
    return str(average // 60) + ':' + str(average % 60)
