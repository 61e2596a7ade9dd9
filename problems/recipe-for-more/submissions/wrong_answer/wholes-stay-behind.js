const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b))

function amountFor(amount, people, guests) {
  const parts = amount.split(' ')
  const [top, bottom = 1] = parts[parts.length - 1].split('/').map(Number)
  let above = top * guests
  let below = bottom * people
  const divisor = gcd(above, below)
  above /= divisor
  below /= divisor
  const whole = Math.floor(above / below)
  const rest = above % below
  return [whole || '', rest ? `${rest}/${below}` : ''].join(' ').trim()
}
