def one_queue(left, right):
    inside = []
    while left and right:
        shorter = left if left[0] <= right[0] else right
        inside.append(shorter.pop(0))
    return inside
