function circles(gives) {
  const sizes = []
  const passed = new Set()
  for (const first in gives) {
    let person = first
    let size = 0
    while (!passed.has(person)) {
      passed.add(person)
      person = gives[person]
      size += 1
    }
    if (size > 0) sizes.push(size)
  }
  return sizes.sort().reverse()
}
