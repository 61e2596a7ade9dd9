from functools import cache


def lead(biscuits):
    prefix = [0]
    for drops in biscuits:
        prefix.append(prefix[-1] + drops)

    @cache
    def gets(i, j):
        if i == j:
            return 0
        total = prefix[j] - prefix[i]
        rests = [gets(i + 1, j), gets(i, j - 1)]
        if j - i >= 2:
            rests.append(gets(i, j - 2))
        return total - min(rests)

    # her drops, not by how many she is ahead
    return gets(0, len(biscuits))
