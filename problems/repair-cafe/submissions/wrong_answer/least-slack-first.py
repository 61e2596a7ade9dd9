def most_repairs(things):
    time = repaired = 0
    for minutes, leaves in sorted(things, key=lambda thing: thing[1] - thing[0]):
        if time + minutes <= leaves:
            time += minutes
            repaired += 1
    return repaired
