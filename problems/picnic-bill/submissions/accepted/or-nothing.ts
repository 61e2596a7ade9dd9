function picnicBill(prices: Record<string, number>, basket: string[]): number {
  return basket.reduce((total, thing) => total + (prices[thing] ?? 0), 0)
}
