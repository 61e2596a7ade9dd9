def table_for_us(friends):
    return 0  # change this line
