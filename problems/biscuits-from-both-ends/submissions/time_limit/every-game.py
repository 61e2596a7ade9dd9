def lead(biscuits):
    if not biscuits:
        return 0
    options = [
        biscuits[0] - lead(biscuits[1:]),
        biscuits[-1] - lead(biscuits[:-1]),
    ]
    if len(biscuits) >= 2:
        options.append(biscuits[-1] + biscuits[-2] - lead(biscuits[:-2]))
    return max(options)
