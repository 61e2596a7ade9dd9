def ready_steady_splash(count):
    shout = ''
    for n in range(count, 0, -1):
        shout += n + ', '
    return shout + 'Splash!'
