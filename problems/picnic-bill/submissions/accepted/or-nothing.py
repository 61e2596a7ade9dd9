def picnic_bill(prices, basket):
    return sum(prices.get(thing, 0) for thing in basket)
