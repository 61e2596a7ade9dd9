def tomorrow(fence):
    n = len(fence)
    return "".join(
        "*" if (fence[i - 1] == "*") != ("*" in (fence[i], fence[(i + 1) % n])) else "." for i in range(n)
    )


def after_nights(fence, nights):
    seen = []
    while fence not in seen:
        seen.append(fence)
        fence = tomorrow(fence)
    return seen[nights % len(seen)]
