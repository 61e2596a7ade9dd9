def minutes_needed(ovens, trays):
    per_minute = sum(load / (load * minutes + cleaning) for minutes, load, cleaning in ovens)
    return round(trays / per_minute)
