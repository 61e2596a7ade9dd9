function pieces(length, longest) {
  const pile = [length]
  let count = 0
  while (pile.length > 0) {
    const ribbon = pile.pop()
    if (ribbon <= longest) {
      count += 1
    } else {
      const short = Math.floor(ribbon / 2)
      pile.push(short, ribbon - short)
    }
  }
  return count
}
