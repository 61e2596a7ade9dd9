def what_to_take(rain, wind):
    if wind > 40:
        return 'raincoat'
    if rain < 50:
        return 'sunhat'
    return 'umbrella'
