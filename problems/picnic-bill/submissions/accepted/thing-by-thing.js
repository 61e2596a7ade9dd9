function picnicBill(prices, basket) {
  let total = 0
  for (const thing of basket) {
    if (thing in prices) total += prices[thing]
  }
  return total
}
