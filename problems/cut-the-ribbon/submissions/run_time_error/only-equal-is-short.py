def pieces(length, longest):
    if length == longest:
        return 1
    short = length // 2
    return pieces(short, longest) + pieces(length - short, longest)
