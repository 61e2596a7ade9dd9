def weigh(parcel):
    if isinstance(parcel, int):
        return parcel
    if parcel == []:
        return 0
    total = 50
    for item in parcel:
        total += weigh(item)
    return total
