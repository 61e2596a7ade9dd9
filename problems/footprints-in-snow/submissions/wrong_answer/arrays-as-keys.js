function trampled(walk) {
  const steps = { N: [0, 1], S: [0, -1], E: [1, 0], W: [-1, 0] }
  let place = [0, 0]
  const stood = new Map([[place, 1]])
  for (const letter of walk) {
    place = [place[0] + steps[letter][0], place[1] + steps[letter][1]]
    stood.set(place, (stood.get(place) ?? 0) + 1)
  }
  return [...stood.values()].filter((times) => times >= 2).length
}
