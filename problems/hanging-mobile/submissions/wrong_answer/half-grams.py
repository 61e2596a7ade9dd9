def extra_weight(mobile):
    def total(part):
        return part if isinstance(part, int) else total(part[0]) + total(part[1])

    def needed(part):
        return part if isinstance(part, int) else 2 * max(needed(part[0]), needed(part[1]))

    # does not see that some stars would need a fraction of a gram
    return needed(mobile) - total(mobile)
