def to_minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

def first_free(bookings, opens, closes, minutes):
    free = opens
    for booking in sorted(bookings):
        begin, end = booking.split('-')
        if to_minutes(begin) - to_minutes(free) >= minutes:
            return free
        free = end
    if to_minutes(closes) - to_minutes(free) >= minutes:
        return free
    return None
