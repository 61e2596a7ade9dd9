import heapq


def most_repairs(things):
    taken = []
    busy = 0
    for minutes, leaves in sorted(things, key=lambda thing: thing[1]):
        heapq.heappush(taken, -minutes)
        busy += minutes
        if busy >= leaves:
            busy += heapq.heappop(taken)
    return len(taken)
