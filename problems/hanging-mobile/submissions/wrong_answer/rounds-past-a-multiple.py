def extra_weight(mobile):
    hanging = []

    def walk(part, depth):
        if isinstance(part, list):
            for side in part:
                walk(side, depth + 1)
        else:
            hanging.append((part, depth))

    walk(mobile, 0)
    needed = max(weight << depth for weight, depth in hanging)
    step = 1 << max(depth for _, depth in hanging)
    return (needed // step + 1) * step - sum(weight for weight, _ in hanging)
