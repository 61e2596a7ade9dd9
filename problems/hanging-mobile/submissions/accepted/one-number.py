def extra_weight(mobile):
    def stars(part, depth):
        if isinstance(part, int):
            yield part, depth
        else:
            yield from stars(part[0], depth + 1)
            yield from stars(part[1], depth + 1)

    hanging = list(stars(mobile, 0))
    needed = max(weight * 2 ** depth for weight, depth in hanging)
    step = 2 ** max(depth for _, depth in hanging)
    total = -(-needed // step) * step
    return total - sum(weight for weight, _ in hanging)
