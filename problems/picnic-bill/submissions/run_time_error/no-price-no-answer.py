def picnic_bill(prices, basket):
    total = 0
    for thing in basket:
        total += prices[thing]
    return total
