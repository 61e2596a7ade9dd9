def waving_pairs(heights):
    pairs = 0
    stack = []
    for height in heights:
        while stack and stack[-1] < height:
            stack.pop()
            pairs += 1
        if stack:
            pairs += 1
        stack.append(height)    # someone of the same height stays on the stack, and is counted again later
    return pairs
