def extra_weight(mobile):
    def weight(part):
        return part if isinstance(part, int) else weight(part[0]) + weight(part[1])

    if isinstance(mobile, int):
        return 0
    left, right = mobile
    return extra_weight(left) + extra_weight(right) + abs(weight(left) - weight(right))
