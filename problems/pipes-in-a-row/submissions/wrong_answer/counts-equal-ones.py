def place_for(pipes, length):
    low, high = 0, len(pipes)
    while low < high:
        middle = (low + high) // 2
        if pipes[middle] <= length:
            low = middle + 1
        else:
            high = middle
    return low
