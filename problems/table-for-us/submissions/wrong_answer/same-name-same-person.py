def table_for_us(friends):
    return len(set(friends)) + 1
