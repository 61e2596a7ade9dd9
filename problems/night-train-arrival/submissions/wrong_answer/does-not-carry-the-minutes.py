def night_train_arrival(hour, minute, travel):
    hour = (hour + travel // 60) % 24
    minute = (minute + travel % 60) % 60
    return f'{hour:02d}:{minute:02d}'
