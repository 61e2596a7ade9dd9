def line_sign(stops):
    return stops[0] + ' > ' + stops[-1]
