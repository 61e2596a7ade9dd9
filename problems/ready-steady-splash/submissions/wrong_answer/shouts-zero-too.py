def ready_steady_splash(count):
    shout = ''
    for n in range(count, -1, -1):
        shout += str(n) + ', '
    return shout + 'Splash!'
