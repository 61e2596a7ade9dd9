from math import lcm


def first_together(lights):
    t = max(first for first, period in lights)
    step = 1
    for first, period in lights:
        while (t - first) % period:
            t += step
        step = lcm(step, period)
    return t
