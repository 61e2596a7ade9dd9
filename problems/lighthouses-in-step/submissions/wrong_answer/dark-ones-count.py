from math import lcm


def first_together(lights):
    t, step = 0, 1
    for first, period in lights:
        for _ in range(period):
            if (t - first) % period == 0:
                break
            t += step
        else:
            return None
        step = lcm(step, period)
    return t
