def picnic_bill(prices, basket):
    total = 0
    for thing, price in prices.items():
        if thing in basket:
            total += price
    return total
