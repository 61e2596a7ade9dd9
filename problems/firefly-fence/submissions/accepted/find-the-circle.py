def tomorrow(fence):
    n = len(fence)
    result = ""
    for i in range(n):
        left = fence[i - 1] == "*"
        here_or_right = fence[i] == "*" or fence[(i + 1) % n] == "*"
        result += "*" if left != here_or_right else "."
    return result


def after_nights(fence, nights):
    seen = {}
    night = 0
    while night < nights:
        if fence in seen:
            length = night - seen[fence]
            for _ in range((nights - night) % length):
                fence = tomorrow(fence)
            return fence
        seen[fence] = night
        fence = tomorrow(fence)
        night += 1
    return fence
