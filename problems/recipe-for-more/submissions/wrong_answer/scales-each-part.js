const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b))

function amountFor(amount, people, guests) {
  return amount
    .split(' ')
    .map((part) => {
      const [top, bottom = 1] = part.split('/').map(Number)
      const divisor = gcd(top * guests, bottom * people)
      const above = (top * guests) / divisor
      const below = (bottom * people) / divisor
      return below === 1 ? `${above}` : `${above}/${below}`
    })
    .join(' ')
}
