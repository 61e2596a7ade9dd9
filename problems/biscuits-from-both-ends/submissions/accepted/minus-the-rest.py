from functools import cache


def lead(biscuits):
    @cache
    def ahead(i, j):
        """By how much the one to move will win the biscuits from i up to, but without, j."""
        if i == j:
            return 0
        options = [
            biscuits[i] - ahead(i + 1, j),
            biscuits[j - 1] - ahead(i, j - 1),
        ]
        if j - i >= 2:
            options.append(biscuits[j - 1] + biscuits[j - 2] - ahead(i, j - 2))
        return max(options)

    return ahead(0, len(biscuits))
