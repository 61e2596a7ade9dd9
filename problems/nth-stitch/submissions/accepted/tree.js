function stitchAt(pattern, number) {
  let at = 0

  function readItems() {
    const items = []
    let total = 0
    while (at < pattern.length && pattern[at] !== ')') {
      let round = { letter: pattern[at++], total: 1 }
      if (round.letter === '(') {
        round = readItems()
        at++ // the closing parenthesis
      }
      let digits = ''
      while (at < pattern.length && pattern[at] >= '0' && pattern[at] <= '9') digits += pattern[at++]
      const length = round.total * Number(digits || 1)
      items.push({ round, length })
      total += length
    }
    return { items, total }
  }

  let here = readItems()
  let place = number - 1
  if (place >= here.total) return null
  while (!here.letter) {
    const item = here.items.find(({ length }) => {
      if (place < length) return true
      place -= length
      return false
    })
    place %= item.round.total
    here = item.round
  }
  return here.letter
}
