def after_nights(fence, nights):
    n = len(fence)
    for _ in range(nights):
        fence = "".join(
            "*" if (fence[i - 1] == "*") != (fence[i] == "*" or fence[(i + 1) % n] == "*") else "."
            for i in range(n)
        )
    return fence
