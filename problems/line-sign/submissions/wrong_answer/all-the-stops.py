def line_sign(stops):
    return ' > '.join(stops)
