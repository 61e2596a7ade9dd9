def extra_weight(mobile):
    stars = []

    def walk(part, depth):
        for side in part:
            if isinstance(side, list):
                walk(side, depth + 1)
            else:
                stars.append((side, depth + 1))

    walk(mobile, 0)
    needed = max(weight * 2 ** depth for weight, depth in stars)
    step = 2 ** max(depth for _, depth in stars)
    return (needed + step - 1) // step * step - sum(weight for weight, _ in stars)
