import heapq


def minutes_needed(ovens, trays):
    # (when its next tray is done, which oven, trays since it was cleaned)
    baking = [(oven[0], number, 1) for number, oven in enumerate(ovens)]
    heapq.heapify(baking)
    time = 0
    for _ in range(trays):
        time, number, since = heapq.heappop(baking)
        minutes, load, cleaning = ovens[number]
        if since == load:
            heapq.heappush(baking, (time + cleaning + minutes, number, 1))
        else:
            heapq.heappush(baking, (time + minutes, number, since + 1))
    return time
