def weigh(parcel):
    contents = 0
    for item in parcel:
        if isinstance(item, list):
            contents += weigh(item)
        else:
            contents += item
    return contents + 50 if contents else 0
