function afterNights(fence, nights) {
  const tomorrow = (row) =>
    [...row]
      .map((own, i) => {
        const left = row[i - 1] === '*'
        const hereOrRight = own === '*' || row[i + 1] === '*'
        return left !== hereOrRight ? '*' : '.'
      })
      .join('')
  const seen = new Map()
  for (let night = 0; night < nights; night++) {
    if (seen.has(fence)) {
      const rest = (nights - night) % (night - seen.get(fence))
      for (let i = 0; i < rest; i++) fence = tomorrow(fence)
      return fence
    }
    seen.set(fence, night)
    fence = tomorrow(fence)
  }
  return fence
}
