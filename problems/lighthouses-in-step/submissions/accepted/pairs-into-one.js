const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b))

function firstTogether(lights) {
  let [from, every] = [0, 1]
  for (const [first, period] of lights) {
    const wanted = first % period
    let looked = 0
    while (from % period !== wanted) {
      if (++looked === period) return null
      from += every
    }
    every *= period / gcd(every, period)
    from %= every
  }
  const latest = Math.max(...lights.map(([first]) => first))
  return from >= latest ? from : from + Math.ceil((latest - from) / every) * every
}
