function family(gifts, name) {
  const children = gifts[name] || []
  let count = children.length
  let generations = 0
  for (const child of children) {
    generations = Math.max(generations, family(gifts, child)[1] + 1)
  }
  return [count, generations]
}
