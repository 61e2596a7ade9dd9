def late_book_fee(days):
    if days <= 3:
        return 0
    return (days - 3) * 10
