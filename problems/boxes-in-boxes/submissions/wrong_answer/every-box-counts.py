def weigh(parcel):
    if isinstance(parcel, int):
        return parcel
    return 50 + sum(weigh(item) for item in parcel)
