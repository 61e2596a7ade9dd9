def what_to_take(rain, wind):
    if rain < 50:
        return 'sunhat'
    return 'umbrella'
    if wind > 40:
        return 'raincoat'
