def pieces(length, longest):
    if length % longest == 0:
        return length // longest
    return length // longest + 1
