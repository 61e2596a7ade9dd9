def one_queue(left, right):
    inside = []
    shorter = left if left[0] <= right[0] else right
    while left and right:
        inside.append(shorter.pop(0))
    return inside + left + right
