def ready_steady_splash(count):
    parts = []
    while count > 0:
        parts.append(str(count))
        count -= 1
    parts.append('Splash!')
    return ', '.join(parts)
