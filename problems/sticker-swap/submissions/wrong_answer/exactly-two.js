function swaps(mine, yours) {
  const spare = (giver, taker) => {
    const count = {}
    for (const sticker of giver) count[sticker] = (count[sticker] || 0) + 1
    let good = 0
    for (const sticker in count) {
      if (count[sticker] === 2 && !taker.includes(Number(sticker))) good += 1
    }
    return good
  }
  return Math.min(spare(mine, yours), spare(yours, mine))
}
