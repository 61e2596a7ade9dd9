function swaps(mine, yours) {
  const spare = (giver, taker) => {
    const count = {}
    for (const sticker of giver) count[sticker] = (count[sticker] || 0) + 1
    return Object.keys(count).filter((sticker) => count[sticker] > 1 && !taker.includes(sticker)).length
  }
  return Math.min(spare(mine, yours), spare(yours, mine))
}
