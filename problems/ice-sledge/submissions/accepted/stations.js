function fewestPushes(lake) {
  // a border of rock, so that squares are single numbers
  const width = lake[0].length + 2
  const edge = '#'.repeat(width)
  const map = edge + lake.map((row) => `#${row}#`).join('') + edge

  let wave = [map.indexOf('S')]
  const seen = new Set(wave)
  for (let pushes = 0; wave.length > 0; pushes++) {
    const next = []
    for (const square of wave) {
      if (map[square] === 'C') return pushes
      for (const step of [-width, width, -1, 1]) {
        let rest = square
        do {
          if (map[rest + step] === '#') break
          rest += step
        } while (map[rest] !== '+')
        if (!seen.has(rest)) {
          seen.add(rest)
          next.push(rest)
        }
      }
    }
    wave = next
  }
  return null
}
