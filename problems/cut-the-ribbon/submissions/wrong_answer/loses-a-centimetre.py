def pieces(length, longest):
    if length <= longest:
        return 1
    return 2 * pieces(length // 2, longest)
