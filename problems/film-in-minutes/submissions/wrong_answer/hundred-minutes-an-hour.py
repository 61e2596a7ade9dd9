def film_in_minutes(hours, minutes):
    return hours * 100 + minutes
