const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b))

function amountFor(amount, people, guests) {
  let above = 0
  let below = 1
  for (const part of amount.split(' ')) {
    const [top, bottom = 1] = part.split('/').map(Number)
    above = above * bottom + top * below
    below *= bottom
  }
  above *= guests
  below *= people
  const divisor = gcd(above, below)
  above /= divisor
  below /= divisor
  const whole = Math.floor(above / below)
  const rest = above % below
  if (rest === 0) return String(whole)
  if (whole === 0) return `${rest}/${below}`
  return `${whole} ${rest}/${below}`
}
