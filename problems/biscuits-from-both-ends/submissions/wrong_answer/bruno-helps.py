from functools import cache


def lead(biscuits):
    total = sum(biscuits)

    # the most that Aylin can get if Bruno plays for her
    @cache
    def most(i, j, turn):
        if i >= j:
            return 0
        mine = 1 if turn == "aylin" else 0
        other = "bruno" if turn == "aylin" else "aylin"
        options = [mine * biscuits[i] + most(i + 1, j, other), mine * biscuits[j - 1] + most(i, j - 1, other)]
        if j - i >= 2:
            options.append(mine * (biscuits[j - 1] + biscuits[j - 2]) + most(i, j - 2, other))
        return max(options)

    return 2 * most(0, len(biscuits), "aylin") - total
