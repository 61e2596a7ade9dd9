from functools import cache


def lead(biscuits):
    @cache
    def ahead(row):
        if not row:
            return 0
        return max(
            row[0] - ahead(row[1:]),
            row[-1] - ahead(row[:-1]),
            row[-1] + row[-2] - ahead(row[:-2]),
        )

    return ahead(tuple(biscuits))
