def night_train_arrival(hour, minute, travel):
    total = (hour * 60 + minute + travel) % 1440
    return f'{total // 60:02d}:{total % 60:02d}'
