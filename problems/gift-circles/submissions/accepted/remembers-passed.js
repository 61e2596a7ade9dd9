function circles(gives) {
  const sizes = []
  const waiting = new Set(Object.keys(gives))
  for (const first of waiting) {
    let size = 0
    for (let person = first; waiting.has(person); person = gives[person]) {
      waiting.delete(person)
      size += 1
    }
    sizes.push(size)
  }
  return sizes.sort((a, b) => b - a)
}
