def weigh(parcel):
    if not isinstance(parcel, list):
        return parcel
    contents = sum(weigh(item) for item in parcel)
    if contents == 0:
        return 0
    return contents + 50
