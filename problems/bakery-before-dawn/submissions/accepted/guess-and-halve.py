def minutes_needed(ovens, trays):
    def done_after(time):
        total = 0
        for minutes, load, cleaning in ovens:
            cycles, rest = divmod(time, load * minutes + cleaning)
            total += cycles * load + min(load, rest // minutes)
        return total

    low, high = 0, 1
    while done_after(high) < trays:
        high *= 2
    while low < high:
        middle = (low + high) // 2
        if done_after(middle) >= trays:
            high = middle
        else:
            low = middle + 1
    return low
