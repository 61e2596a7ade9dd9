function picnicBill(prices, basket) {
  let total = 0
  for (const thing of basket) {
    if (!(thing in prices)) break
    total += prices[thing]
  }
  return total
}
