def late_book_fee(days):
    return max(days - 3, 0) * 10
