def night_train_arrival(hour, minute, travel):
    total = (hour * 60 + minute + travel) % 1440
    return str(total // 60) + ':' + str(total % 60)
