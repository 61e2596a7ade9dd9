def most_repairs(things):
    things = sorted(things, key=lambda thing: thing[1])

    def best(i, time):
        if i == len(things):
            return 0
        minutes, leaves = things[i]
        result = best(i + 1, time)
        if time + minutes <= leaves:
            result = max(result, 1 + best(i + 1, time + minutes))
        return result

    return best(0, 0)
