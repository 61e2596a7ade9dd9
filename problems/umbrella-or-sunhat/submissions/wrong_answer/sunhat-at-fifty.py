def what_to_take(rain, wind):
    if rain <= 50:
        return 'sunhat'
    if wind > 40:
        return 'raincoat'
    return 'umbrella'
