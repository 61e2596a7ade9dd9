def picnic_bill(prices, basket):
    total = 0
    for thing in basket:
        if thing in prices:
            total += prices[thing]
    return total
