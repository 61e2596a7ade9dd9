def night_train_arrival(hour, minute, travel):
    total = hour * 60 + minute + travel
    hours = total // 60
    if hours >= 24:
        hours -= 24
    return f'{hours:02d}:{total % 60:02d}'
