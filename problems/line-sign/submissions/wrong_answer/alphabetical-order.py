def line_sign(stops):
    return min(stops) + ' > ' + max(stops)
