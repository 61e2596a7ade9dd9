def after_nights(fence, nights):
    posts = list(fence)
    n = len(posts)
    seen = {}
    night = 0
    while night < nights:
        key = "".join(posts)
        if key in seen:
            nights = night + (nights - night) % (night - seen[key])
            seen = {}
            if night == nights:
                break
        seen[key] = night
        # changes the fence while the next firefly still has to look at it
        for i in range(n):
            left = posts[i - 1] == "*"
            here_or_right = posts[i] == "*" or posts[(i + 1) % n] == "*"
            posts[i] = "*" if left != here_or_right else "."
        night += 1
    return "".join(posts)
