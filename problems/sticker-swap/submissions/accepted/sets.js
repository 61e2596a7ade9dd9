function spare(giver, taker) {
  const twice = giver.filter((sticker, i) => giver.indexOf(sticker) !== i)
  return [...new Set(twice)].filter((sticker) => !taker.includes(sticker)).length
}

function swaps(mine, yours) {
  return Math.min(spare(mine, yours), spare(yours, mine))
}
