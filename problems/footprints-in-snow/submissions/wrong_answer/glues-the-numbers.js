function trampled(walk) {
  let x = 0
  let y = 0
  const stood = { '00': 1 }
  for (const letter of walk) {
    if (letter === 'N') y += 1
    if (letter === 'S') y -= 1
    if (letter === 'E') x += 1
    if (letter === 'W') x -= 1
    const place = String(Math.abs(x)) + String(Math.abs(y))
    stood[place] = (stood[place] || 0) + 1
  }
  return Object.values(stood).filter((times) => times >= 2).length
}
