def film_in_minutes(hours, minutes):
    return (hours + minutes) * 60
