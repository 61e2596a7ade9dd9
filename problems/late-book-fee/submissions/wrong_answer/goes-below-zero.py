def late_book_fee(days):
    return (days - 3) * 10
