function family(gifts, name) {
  let count = 1
  let generations = 0
  for (const child of gifts[name] || []) {
    const [below, deep] = family(gifts, child)
    count += below
    generations = Math.max(generations, deep + 1)
  }
  return [count, generations]
}
