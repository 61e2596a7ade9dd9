def waving_pairs(heights):
    pairs = 0
    stack = []    # those who can still be seen from the right: each smaller than the one before
    for height in heights:
        while stack and stack[-1] < height:
            stack.pop()
            pairs += 1
        if stack:
            pairs += 1
            if stack[-1] == height:
                stack.pop()
        stack.append(height)
    return pairs
